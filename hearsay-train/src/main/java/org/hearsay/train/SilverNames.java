package org.hearsay.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.language.Name;
import org.hearsay.language.Sentence;
import org.hearsay.language.tagging.KnownWords;
import org.hearsay.language.tagging.NameTagger;
import org.hearsay.language.tagging.SequenceModel;

/**
 * Sentences of running text whose names several models, trained on different parts or in different
 * orders, find alike (tri-training, Zhou and Li 2005). They teach a model what its annotated texts
 * have too little of; sentences in which the models differ, or find nothing, are left out.
 */
final class SilverNames {

  private final List<NameTagger> teachers;
  private final SequenceModel pos;
  private final KnownWords words;

  SilverNames(List<SequenceModel> teachers, SequenceModel pos, KnownWords words) {
    this.teachers = teachers.stream().map(NameTagger::new).toList();
    this.pos = pos;
    this.words = words;
  }

  /**
   * A document with the names that all teachers find.
   *
   * @param agreed its sentences that have a name, and in which the teachers find the same
   */
  record Silver(NamedText text, List<Sentence> agreed) {}

  List<Silver> read(RawText raw, String language) throws IOException {
    var silver = new ArrayList<Silver>();
    for (var text : raw.documents(language)) {
      silver.add(tag(text));
    }
    return silver;
  }

  private Silver tag(NamedText text) {
    var features = NameCorpus.features(text, pos, words);
    var found = new ArrayList<Set<Name>>();
    for (var teacher : teachers) {
      var names = new TreeSet<Name>(ORDER);
      names.addAll(teacher.tag(text.text(), text.tokens(), text.sentences(), features));
      found.add(names);
    }
    var agreed = new ArrayList<Sentence>();
    var gold = new ArrayList<Name>();
    for (var sentence : text.sentences()) {
      var names = within(found.get(0), sentence);
      if (!names.isEmpty()
          && found.stream().allMatch(other -> within(other, sentence).equals(names))) {
        agreed.add(sentence);
        gold.addAll(names);
      }
    }
    return new Silver(
        new NamedText(text.id(), text.text(), text.tokens(), text.sentences(), gold), agreed);
  }

  private static final java.util.Comparator<Name> ORDER =
      java.util.Comparator.comparingInt(Name::start)
          .thenComparingInt(Name::end)
          .thenComparing(Name::kind);

  private static List<Name> within(Set<Name> names, Sentence sentence) {
    return names.stream()
        .filter(n -> n.start() >= sentence.start() && n.end() <= sentence.end())
        .toList();
  }
}
