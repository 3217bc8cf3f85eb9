#pragma once
#include <stddef.h>

/// The embedded syntax models (made by `make syntax`), read-only and 64-byte aligned.
const unsigned char *syntax_model_en_bytes(void);
size_t syntax_model_en_count(void);
const unsigned char *syntax_model_fr_bytes(void);
size_t syntax_model_fr_count(void);
