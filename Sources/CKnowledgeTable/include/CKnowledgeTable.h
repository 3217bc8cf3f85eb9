#pragma once
#include <stddef.h>

/// The compiled knowledge table (made by `make knowledge`), read-only and 64-byte aligned.
const unsigned char *knowledge_table_bytes(void);
size_t knowledge_table_count(void);
