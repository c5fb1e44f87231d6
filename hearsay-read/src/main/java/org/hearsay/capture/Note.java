package org.hearsay.capture;

import java.io.Serializable;

/**
 * Something the user should know about how a document was read: {@code no-date}, {@code truncated},
 * {@code no-article}.
 *
 * @param code stable, lower case, hyphens between words
 * @param message one sentence for people: what, where, what it means
 */
public record Note(String code, String message) implements Serializable {}
