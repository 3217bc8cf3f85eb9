#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions for SHA-256 that `dossier_sha256_blocks` uses.
bool dossier_sha256_is_accelerated(void);

/// Feeds `count` blocks of 64 bytes to a state of SHA-256 (FIPS 180-4, section 6.2.2) by the processor's own
/// instructions. Only where `dossier_sha256_is_accelerated`.
void dossier_sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t count);
