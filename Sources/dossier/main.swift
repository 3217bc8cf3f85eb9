import DossierCLI

await Dossier.main(exporters: [])
