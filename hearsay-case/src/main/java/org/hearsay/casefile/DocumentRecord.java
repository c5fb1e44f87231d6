package org.hearsay.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of the case, as lists show it.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 of uri and bytes; the same input has the
 *     same id in every case
 * @param uri where it came from
 * @param title, site, published, language as the article has them
 * @param bytes size of the original
 * @param attributions how many its reading has
 * @param added when it was acknowledged
 */
public record DocumentRecord(
    String id,
    String uri,
    @Nullable String title,
    @Nullable String site,
    @Nullable String published,
    @Nullable String language,
    String sha256,
    long bytes,
    int attributions,
    Instant added) {}
