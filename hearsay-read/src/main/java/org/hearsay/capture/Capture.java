package org.hearsay.capture;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one page or document as they came, and where they came from.
 *
 * @param uri as given by the user, or the target URI of a WARC record
 * @param bytes the original, never altered; callers must not write into it
 * @param mediaType what the sender declared or the file name suggests, such as {@code text/html},
 *     without parameters; null when nothing was said
 * @param charset the charset label the sender declared (HTTP {@code Content-Type}), unchecked
 * @param fetched when the bytes were received; null for a file, whose time tells nothing certain
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are compared by their hash where it matters
public record Capture(
    String uri,
    byte[] bytes,
    @Nullable String mediaType,
    @Nullable String charset,
    @Nullable Instant fetched)
    implements Serializable {

  /** Bytes of which nothing else is known; their kind is found by looking at them. */
  public static Capture of(String uri, byte[] bytes) {
    return new Capture(uri, bytes, null, null, null);
  }

  /** The SHA-256 of the bytes, 64 lower-case hexadecimal digits. Computed at every call. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
