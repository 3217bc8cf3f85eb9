import DossierCLI
import RepliesExporter
import StandardExporters

await Dossier.main(exporters: StandardExporters.all + [RepliesExporter.self])
