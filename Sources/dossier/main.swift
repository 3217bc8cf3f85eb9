import DossierCLI
import StandardExporters

await Dossier.main(exporters: StandardExporters.all)
