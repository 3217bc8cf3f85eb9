public import ArgumentParser
public import DossierExtraction
public import DossierHost
public import DossierModel
public import DossierReading

extension InputFormat: ExpressibleByArgument {}

extension ExtractionScope: ExpressibleByArgument {}

extension TLP: ExpressibleByArgument {}

extension OutputCompression: ExpressibleByArgument {}

extension WordLanguage: ExpressibleByArgument {}
