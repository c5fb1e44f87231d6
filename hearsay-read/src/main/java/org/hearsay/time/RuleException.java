package org.hearsay.time;

/**
 * A rule or vocabulary file is wrong: {@code fr/time.rules:41: unknown key 'mach'; expected ...}.
 */
final class RuleException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  RuleException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
