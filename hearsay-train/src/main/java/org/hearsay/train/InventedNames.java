package org.hearsay.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.hearsay.language.Lexicon;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;

/**
 * Sentences with names that nobody bears: the sentences of a corpus with its names replaced, and
 * templates filled. They teach a tagger the places of names rather than the names (after Dai and
 * Adel 2020, mention replacement). The same seed gives the same sentences.
 */
final class InventedNames {

  private static final List<String> STARTS =
      List.of(
          "Ba", "Ber", "Bou", "Cha", "Da", "Dra", "El", "Fa", "Fer", "Gar", "Gra", "Ha", "Hol",
          "Ja", "Ka", "Kri", "La", "Le", "Ma", "Mar", "Mou", "Na", "Nov", "Ou", "Pa", "Pe", "Ra",
          "Ro", "Sa", "Ste", "Ta", "Tre", "Va", "Vol", "Wa", "Ya", "Za", "Zh", "Que", "Ng");
  private static final List<String> MIDDLES =
      List.of("", "", "li", "ra", "bo", "ne", "mi", "du", "ko", "the", "sha", "lo", "ren", "vi");
  private static final List<String> ENDS =
      List.of(
          "ov", "ski", "enko", "ić", "sen", "sson", "mann", "berg", "ter", "ton", "ley", "son",
          "eau", "ard", "ec", "ier", "in", "ot", "etti", "ini", "ez", "os", "eira", "ba", "mba",
          "uf", "ani", "oui", "an", "yan", "shi", "moto", "ng", "wal", "pour", "khelif", "iri",
          "dottir", "quist");
  private static final List<String> PARTICLES =
      List.of("van ", "van der ", "de ", "von ", "Le ", "al-", "El ", "Ben ", "O'", "Mac");
  private static final List<String> FRENCH_FORMS =
      List.of(
          "%s",
          "%s",
          "%s",
          "%s SA",
          "Groupe %s",
          "%s Énergie",
          "Banque %s",
          "Fondation %s",
          "Institut %s",
          "Compagnie %s",
          "Parti %s",
          "Agence %s");
  private static final List<String> ENGLISH_FORMS =
      List.of(
          "%s",
          "%s",
          "%s",
          "%s Inc.",
          "%s Group",
          "%s Corp.",
          "%s Dredging",
          "%s University",
          "%s Bank",
          "%s Times",
          "%s Foundation",
          "%s Institute",
          "%s Party");

  private static final List<String> FRENCH_WORKS =
      List.of(
          "Nuit", "Lumière", "Rivière", "Coupe", "Orage", "Chanson", "Jardin", "Silence", "Mirage",
          "Tournoi", "Maison", "Tempête", "Voyage", "Masque", "Étoile", "Comète");
  private static final List<String> FRENCH_TITLES =
      List.of(
          "le préfet",
          "la préfète",
          "le maire",
          "la maire",
          "la procureure",
          "le procureur",
          "la ministre",
          "le ministre",
          "la directrice",
          "le directeur",
          "la présidente",
          "le président",
          "la députée",
          "le sénateur",
          "la sénatrice",
          "la secrétaire générale",
          "l' ambassadrice",
          "l' ambassadeur",
          "la cheffe",
          "le chef",
          "la porte-parole",
          "la gouverneure",
          "le gouverneur",
          "la vice-présidente",
          "le recteur",
          "la patronne",
          "l' ancien directeur",
          "l' ex-ministre",
          "la commissaire",
          "la coordinatrice");
  private static final List<String> ENGLISH_WORKS =
      List.of(
          "Night", "River", "Falcon", "Storm", "Tiger", "Garden", "Silence", "Rocket", "Cup",
          "Winter", "Wolf", "Battle", "Journey", "Shadow", "Raven", "Comet", "Bear", "Star");

  private final Random random;
  private final boolean french;
  private final List<String> works;
  private final List<String> organisations;
  private final List<String> given;
  private final List<String> places;
  private final List<String> forms;
  private final List<String> templates = new ArrayList<>();

  InventedNames(String language, long seed) {
    random = new Random(seed);
    given = Lexicon.read(Lexicon.class, "names/given.tsv").column("name");
    places = Lexicon.read(Lexicon.class, "names/cities.tsv").column("name");
    organisations = Lexicon.read(Lexicon.class, "names/organisations.tsv").column("name");
    french = language.equals("fr");
    works = french ? FRENCH_WORKS : ENGLISH_WORKS;
    forms = french ? FRENCH_FORMS : ENGLISH_FORMS;
    for (var row : Lexicon.read(InventedNames.class, "name-templates.tsv").rows()) {
      if (row.get(0).equals(language)) {
        templates.add(row.get(1));
      }
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String stem() {
    return any(STARTS) + any(MIDDLES) + any(ENDS);
  }

  private String surname() {
    return (random.nextInt(8) == 0 ? any(PARTICLES) : "")
        + stem()
        + (random.nextInt(12) == 0 ? "-" + stem() : "");
  }

  private String person() {
    var first =
        random.nextInt(4) == 0
            ? any(STARTS) + any(MIDDLES) + any(List.of("a", "o", "is", "el", "im", "oë", "eth"))
            : any(given);
    var middle = random.nextInt(15) == 0 ? " " + (char) ('A' + random.nextInt(26)) + "." : "";
    return first + middle + " " + surname();
  }

  private String organisation() {
    if (random.nextInt(4) == 0) {
      return stem().toUpperCase(Locale.ROOT).substring(0, 2 + random.nextInt(2));
    }
    if (random.nextInt(4) == 0) {
      return any(organisations);
    }
    return any(forms).formatted(stem());
  }

  private String acronym() {
    var letters = new StringBuilder();
    for (var i = 2 + random.nextInt(4); i > 0; i--) {
      letters.append("ABCDEFGHILMNOPRSTUV".charAt(random.nextInt(19)));
    }
    return letters.toString();
  }

  /** The title of a work, a contest, a storm. */
  private String work() {
    return switch (random.nextInt(3)) {
      case 0 -> any(works);
      case 1 -> any(works) + " " + any(works);
      default -> any(works) + (french ? " de " : " of ") + any(works);
    };
  }

  private String place() {
    return random.nextInt(2) == 0 ? any(places) : stem() + (random.nextBoolean() ? "" : "ville");
  }

  /** {@code A62}, {@code N165}: roads are places. */
  private String road() {
    return any(List.of("A", "A", "A", "N", "D", "M", "E")) + (1 + random.nextInt(199));
  }

  /** One document of {@code count} filled templates. */
  NamedText fromTemplates(int count) {
    var builder = new Builder();
    for (var i = 0; i < count; i++) {
      for (var word : any(templates).split(" ")) {
        switch (word) {
          case "{P}" -> builder.name(person(), Name.Kind.PERSON);
          case "{S}" -> builder.name(surname(), Name.Kind.PERSON);
          case "{O}" -> builder.name(organisation(), Name.Kind.ORGANISATION);
          case "{A}" -> builder.name(acronym(), Name.Kind.ORGANISATION);
          case "{N}" -> builder.name(any(works) + "s", Name.Kind.ORGANISATION);
          case "{W}" -> builder.name(work(), Name.Kind.UNKNOWN);
          case "{T}" -> builder.words.addAll(List.of(any(FRENCH_TITLES).split(" ")));
          case "{R}" -> builder.name(road(), Name.Kind.PLACE);
          case "{L}" -> builder.name(place(), Name.Kind.PLACE);
          default -> builder.words.add(word);
        }
      }
      builder.endSentence();
    }
    return builder.build(true);
  }

  /** The sentences of a document that name people, with other names of people in them. */
  NamedText replaced(NamedText text) {
    var builder = new Builder();
    var all =
        Stream.concat(text.gold().stream(), text.others().stream())
            .sorted(Comparator.comparingInt(Name::start))
            .toList();
    var next = 0;
    for (var sentence : text.sentences()) {
      var names = new ArrayList<Name>();
      while (next < all.size() && all.get(next).start() < sentence.end()) {
        names.add(all.get(next++));
      }
      if (names.stream().anyMatch(n -> n.kind() == Name.Kind.PERSON)) {
        copy(text, sentence, names, builder);
      }
    }
    return builder.build(text.whole());
  }

  private void copy(NamedText text, Sentence sentence, List<Name> names, Builder builder) {
    var at = 0;
    for (var i = sentence.firstToken(); i < sentence.endToken(); i++) {
      var token = text.tokens().get(i);
      while (at < names.size() && names.get(at).end() <= token.start()) {
        at++;
      }
      if (at < names.size()
          && token.start() <= names.get(at).start()
          && names.get(at).start() < token.end()) {
        var name = names.get(at);
        var written = name.in(text.text());
        if (name.kind() == Name.Kind.PERSON) {
          builder.name(written.contains(" ") ? person() : surname(), name.kind());
        } else {
          builder.name(written, name.kind());
        }
      } else if (at >= names.size() || token.start() < names.get(at).start()) {
        builder.words.add(token.in(text.text()));
      }
    }
    builder.endSentence();
  }

  /** Collects words and names into a document. */
  private static final class Builder {
    private record WordName(int first, int end, Name.Kind kind) {}

    private final List<String> words = new ArrayList<>();
    private final List<WordName> names = new ArrayList<>();
    private final List<int[]> sentences = new ArrayList<>();
    private int first;

    void name(String name, Name.Kind kind) {
      var start = words.size();
      words.addAll(List.of(name.strip().split("\\s+")));
      names.add(new WordName(start, words.size(), kind));
    }

    void endSentence() {
      if (words.size() > first) {
        sentences.add(new int[] {first, words.size()});
      }
      first = words.size();
    }

    NamedText build(boolean whole) {
      var text = WordText.of(words);
      var spans = new ArrayList<Sentence>();
      for (var s : sentences) {
        spans.add(
            new Sentence(
                text.tokens().get(s[0]).start(), text.tokens().get(s[1] - 1).end(), s[0], s[1]));
      }
      var gold = new ArrayList<Name>();
      for (var name : names) {
        gold.add(
            new Name(
                text.tokens().get(name.first).start(),
                text.tokens().get(name.end - 1).end(),
                name.kind));
      }
      return whole
          ? NamedText.whole("invented", text.text(), text.tokens(), spans, gold)
          : new NamedText("invented", text.text(), text.tokens(), spans, gold);
    }
  }
}
