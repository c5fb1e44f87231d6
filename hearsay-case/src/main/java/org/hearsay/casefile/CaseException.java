package org.hearsay.casefile;

/** A case folder that cannot be used as asked; the message says what, where, and what to do. */
public final class CaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CaseException(String message) {
    super(message);
  }

  public CaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
