#pragma once
#include <stddef.h>

/// A file embedded in the program.
typedef struct {
  const char *bytes;
  size_t count;
} DossierReadingFile;

/// Frequent words by language.
DossierReadingFile dossier_reading_languages(void);
/// Phrases that tell what a line of a page is.
DossierReadingFile dossier_reading_phrases(void);
/// Words in the class and id of elements that tell what an element holds.
DossierReadingFile dossier_reading_hints(void);
/// Names of months and weekdays by language.
DossierReadingFile dossier_reading_dates(void);
