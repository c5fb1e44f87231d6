package org.hearsay.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.hearsay.language.tagging.LanguageModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its words and their letters, or abstains. Thread-safe.
 *
 * <p>"Le ministre est dans la ville" is {@code fr}; "OK", a list of names, Greek or Danish are
 * empty: seven languages are told from each other and from all others. Looks at the first {@value
 * #CHARACTERS} characters and at as many from the middle.
 */
public final class LanguageIdentifier {

  /** The languages that are told from each other and from all others. */
  public static final Set<String> KNOWN = Set.of("fr", "en", "es", "de", "it", "pt", "nl");

  private static final int CHARACTERS = 3000;

  /** More letters than this make nothing surer: their pieces lean on one another. */
  private static final int SURE_LETTERS = 120;

  /** How likely a language must be, in the model's own eyes. */
  private static final double LEAST = 0.8;

  /** A longer list of names is taken for a text. */
  private static final int LONGEST_LIST = 120;

  private final @Nullable LanguageModel given;

  /** The model that comes with Hearsay, read once, at the first text. */
  private static final class Shipped {
    static final LanguageModel MODEL = read();

    private static LanguageModel read() {
      try (var stream = LanguageIdentifier.class.getResourceAsStream("languages.model")) {
        if (stream == null) {
          throw new IllegalStateException("languages.model: no such resource");
        }
        return LanguageModel.read(stream);
      } catch (IOException e) {
        throw new UncheckedIOException("languages.model", e);
      }
    }
  }

  public LanguageIdentifier() {
    given = null;
  }

  /** An identifier with another model, to measure it. */
  public LanguageIdentifier(LanguageModel model) {
    given = model;
  }

  /** The BCP 47 primary subtag of the text's language; empty when it is too short or not known. */
  public Optional<String> identify(String text) {
    var model = given == null ? Shipped.MODEL : given;
    if (isNamesOnly(text)) {
      return Optional.empty();
    }
    var head = model.evidence(text, 0, Math.min(text.length(), CHARACTERS));
    if (text.length() <= 3 * CHARACTERS) {
      return decide(model, head.scores(), head.letters());
    }
    var middle = model.evidence(text, text.length() / 2, text.length() / 2 + CHARACTERS);
    var sums = head.scores().clone();
    for (var i = 0; i < sums.length; i++) {
      sums[i] += middle.scores()[i];
    }
    return decide(model, sums, head.letters() + middle.letters());
  }

  /** A short text whose words all begin with a capital and go on in small letters. */
  private static boolean isNamesOnly(String text) {
    if (text.length() > LONGEST_LIST) {
      return false;
    }
    for (var i = 0; i < text.length(); i++) {
      var begins = i == 0 || !Character.isLetter(text.charAt(i - 1));
      var c = text.charAt(i);
      if (Character.isLetter(c) && begins != Character.isUpperCase(c)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> decide(LanguageModel model, float[] scores, int letters) {
    var others = model.labels().size() - 1;
    var damped = letters > SURE_LETTERS ? (double) SURE_LETTERS / letters : 1;
    var best = others;
    for (var i = 0; i < others; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    if (best == others || letters == 0) {
      return Optional.empty();
    }
    var sum = 0.0;
    for (var score : scores) {
      sum += Math.exp((score - scores[best]) * damped);
    }
    return 1 / sum >= LEAST ? Optional.of(model.labels().get(best)) : Optional.empty();
  }
}
