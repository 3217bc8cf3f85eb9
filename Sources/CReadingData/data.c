#include "CReadingData.h"

static const char languages[] = {
#embed "languages.tsv"
};
static const char phrases[] = {
#embed "phrases.tsv"
};
static const char hints[] = {
#embed "hints.tsv"
};
static const char dates[] = {
#embed "dates.tsv"
};

#define FILE_OF(name)                                                                                          \
  DossierReadingFile dossier_reading_##name(void) { return (DossierReadingFile){name, sizeof name}; }

FILE_OF(languages)
FILE_OF(phrases)
FILE_OF(hints)
FILE_OF(dates)
