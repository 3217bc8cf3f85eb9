#pragma once
#include <stddef.h>

/// The embedded syntax models (made by `make syntax`), read-only and 64-byte aligned.
const unsigned char *syntax_model_en_bytes(void);
size_t syntax_model_en_count(void);
const unsigned char *syntax_model_fr_bytes(void);
size_t syntax_model_fr_count(void);

/// Asks the processor to fetch the line at `address`; it may be any address.
static inline void syntax_model_prefetch(const void *address) { __builtin_prefetch(address); }
