package org.hearsay.capture;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read, as the reading reports it.
 *
 * @param mediaType the kind the bytes were read as
 * @param charset the WHATWG or IANA name of the charset they were decoded with; null for binary
 *     formats
 * @param bytes how many
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits
 */
public record Source(
    String uri,
    @Nullable String mediaType,
    @Nullable String charset,
    long bytes,
    String sha256,
    @Nullable Instant fetched)
    implements Serializable {}
