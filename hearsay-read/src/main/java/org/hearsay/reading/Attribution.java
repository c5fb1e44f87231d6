package org.hearsay.reading;

import java.io.Serializable;
import java.util.List;
import org.hearsay.article.Names;
import org.hearsay.article.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who said what. "« Rien n'est signé », a assuré M. Dupont": content, cue, source.
 *
 * @param id unique in the document, such as {@code a1}
 * @param source whose word it is; empty when the text does not say
 * @param cue the words that attribute; empty for a free-standing quotation
 * @param content what is attributed; never empty, in order
 * @param speaker id of the entity that the source stands for; null when unresolved
 * @param flags in the order of {@link Flag}
 * @param within id of the attribution whose content this one stands in
 * @param confidence 0 to 1
 * @param time when it was said, in EDTF; null when the text does not say
 */
public record Attribution(
    String id,
    List<Span> source,
    List<Span> cue,
    List<Span> content,
    @Nullable String speaker,
    Form form,
    List<Flag> flags,
    @Nullable String within,
    double confidence,
    @Nullable String time)
    implements Serializable {

  public Attribution {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
    flags = flags.stream().distinct().sorted().toList();
    if (content.isEmpty()) {
      throw new IllegalArgumentException("attribution " + id + " has no content");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence of " + id + " is not in 0..1: " + confidence);
    }
  }

  /** The same, said at that time. */
  public Attribution at(String edtf) {
    return new Attribution(
        id, source, cue, content, speaker, form, flags, within, confidence, edtf);
  }

  /**
   * What the source did, by the flags, in an English verb that goes with any subject: said, denied,
   * did not ask, will demand.
   */
  public String verb() {
    var verb = infinitive();
    var not = flags.contains(Flag.NEG) ? " not " : " ";
    if (flags.contains(Flag.PLAN)) {
      return "will" + not + verb;
    }
    if (flags.contains(Flag.NEG)) {
      return "did" + not + verb;
    }
    return switch (verb) {
      case "say" -> "said";
      case "deny" -> "denied";
      case "ask", "demand" -> verb + "ed";
      default -> verb + "d";
    };
  }

  private String infinitive() {
    for (var flag : flags) {
      switch (flag) {
        case DENY:
          return "deny";
        case ASK:
          return "ask";
        case ORDER:
          return "demand";
        case PROMISE:
          return "promise";
        case THINK:
          return "believe";
        case DOC:
          return "state";
        default:
          break;
      }
    }
    return "say";
  }

  /** How the words are given. */
  public enum Form {
    /** Inside quotation marks. */
    DIRECT,
    /** In the writer's words. */
    INDIRECT,
    /** Both. */
    MIXED;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }

  /** What kind of saying it is, other than plain assertion. */
  public enum Flag {
    /** The source denies the content. */
    DENY,
    /** The cue itself is negated: "did not say". */
    NEG,
    /** The source asks. */
    ASK,
    /** The source asks or orders somebody to do something. */
    ORDER,
    /** The source commits itself. */
    PROMISE,
    /** Belief, hope or fear with no act of saying. */
    THINK,
    /** The source is a document, study, poll or ruling. */
    DOC,
    /** The cue is in the future or conditional: "will announce". */
    PLAN;

    @Override
    public String toString() {
      return Names.kebab(this);
    }
  }
}
