package org.hearsay.train.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearsay.train.MeantimeEntities;

/**
 * Articles of MEANTIME with the mentions of their people, organisations and places, and which
 * mentions are of one entity. The text is made of the words: a space between, none before a mark.
 */
record Meantime(String id, String text, List<Mention> mentions) {

  /**
   * @param entity the entity's number in the article
   * @param kind PER, ORG or LOC
   * @param form NAM, NOM, PRO and others; empty when the corpus does not say
   */
  record Mention(String entity, String kind, String form, int start, int end) {}

  private static final Pattern TOKEN =
      Pattern.compile("<token number=\"\\d+\" sentence=\"(\\d+)\" t_id=\"(\\d+)\">([^<]*)</token>");
  private static final Pattern MENTION =
      Pattern.compile(
          "<ENTITY_MENTION [^>]*?m_id=\"(\\d+)\"[^>]*?syntactic_type=\"(\\w*)\"[^>]*>(.*?)</ENTITY_MENTION>",
          Pattern.DOTALL);
  private static final Pattern ANCHOR = Pattern.compile("<token_anchor t_id=\"(\\d+)\"");
  private static final Set<String> KINDS = Set.of("PER", "ORG", "LOC");

  static List<Meantime> read(Path folder) throws IOException {
    var articles = new ArrayList<Meantime>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        articles.add(article(file.getFileName().toString(), Files.readString(file)));
      }
    }
    return articles;
  }

  private static Meantime article(String id, String xml) {
    var text = new StringBuilder();
    var places = new HashMap<String, int[]>();
    var sentence = "0";
    for (var m = TOKEN.matcher(xml); m.find(); ) {
      var word = m.group(3).replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
      if (!text.isEmpty()) {
        // The first sentence is the title.
        var title = sentence.equals("0") && !m.group(1).equals("0");
        text.append(title ? "\n\n" : word.matches("[,.;:!?)%]|['’]\\w*|n't") ? "" : " ");
      }
      sentence = m.group(1);
      places.put(m.group(2), new int[] {text.length(), text.length() + word.length()});
      text.append(word);
    }
    return new Meantime(id, text.toString(), mentions(xml, places));
  }

  private static List<Mention> mentions(String xml, Map<String, int[]> places) {
    var entities = new MeantimeEntities(xml);
    var mentions = new ArrayList<Mention>();
    for (var m = MENTION.matcher(xml); m.find(); ) {
      var entity = entities.of(m.group(1));
      var kind = entities.kind(entity);
      var start = Integer.MAX_VALUE;
      var end = 0;
      for (var a = ANCHOR.matcher(m.group(3)); a.find(); ) {
        var place = places.getOrDefault(a.group(1), new int[] {0, 0});
        start = Math.min(start, place[0]);
        end = Math.max(end, place[1]);
      }
      if (KINDS.contains(kind) && end > start) {
        mentions.add(new Mention(entity, kind, m.group(2), start, end));
      }
    }
    return mentions;
  }
}
