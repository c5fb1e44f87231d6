package org.hearsay.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.hearsay.reading.Attribution;
import org.hearsay.reading.Reading;

/**
 * The search index. Each document is in the fields of its own language: title, text, the names of
 * those it quotes, and what it quotes them with.
 *
 * <p>Committed now and then, not with every document: {@link #last} says how far the last commit
 * reaches, so that an opening after a kill adds the rest from the database. Thread-safe.
 */
final class Index implements AutoCloseable {
  private static final int COMMIT_EVERY = 1000;
  private static final int LONGEST_QUERY = 1000;
  private static final String LAST = "last";
  private static final Map<String, Float> FIELDS =
      new TreeMap<>(Map.of("title", 3f, "text", 1f, "speaker", 2f, "quoted", 1f));

  private final IndexWriter writer;
  private final SearcherManager searchers;
  private int last;
  private int uncommitted;

  private Index(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    var commit = writer.getLiveCommitData();
    if (commit != null) {
      for (var entry : commit) {
        last = entry.getKey().equals(LAST) ? Integer.parseInt(entry.getValue()) : last;
      }
    }
  }

  /**
   * @throws IOException when it cannot be read: damaged, or written by another version of Lucene
   */
  static Index open(Path folder) throws IOException {
    // The case has its own lock, which a kill cannot leave behind.
    var directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
    try {
      var config = new IndexWriterConfig(fieldAnalyzer()).setCommitOnClose(false);
      return new Index(new IndexWriter(directory, config));
    } catch (IllegalArgumentException | IOException e) {
      directory.close();
      throw e instanceof IOException io ? io : new IOException(e);
    }
  }

  private static Analyzer fieldAnalyzer() {
    var analyzers =
        Analyzers.LANGUAGES.stream().collect(Collectors.toMap(language -> language, Analyzers::of));
    var other = Analyzers.of("other");
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        var analyzer = analyzers.get(field.substring(field.indexOf('_') + 1));
        return analyzer == null ? other : analyzer;
      }
    };
  }

  /** The seq of the last document that the index holds for certain. */
  synchronized int last() {
    return last;
  }

  /** How many documents can be found. */
  synchronized int count() {
    return writer.getDocStats().numDocs;
  }

  /** Adds a document, or puts it in the place of the one with the same id. */
  synchronized void add(Records.Row row, Reading reading) throws IOException {
    var id = row.document().id();
    writer.updateDocument(new Term("id", id), document(row, reading));
    last = Math.max(last, row.seq());
    if (++uncommitted >= COMMIT_EVERY) {
      commit();
    }
  }

  private static Document document(Records.Row row, Reading reading) {
    var article = reading.article();
    var suffix = "_" + Analyzers.field(article.language());
    var document = new Document();
    document.add(new StringField("id", row.document().id(), Field.Store.YES));
    document.add(new NumericDocValuesField("seq", row.seq()));
    if (article.title() != null) {
      document.add(new TextField("title" + suffix, article.title(), Field.Store.NO));
    }
    document.add(new TextField("text" + suffix, article.text(), Field.Store.NO));
    var speakers = new LinkedHashSet<String>();
    for (var said : reading.attributions()) {
      reading.entity(said.speaker()).ifPresent(e -> speakers.add(e.name()));
      document.add(new TextField("quoted" + suffix, content(said, article.text()), Field.Store.NO));
    }
    speakers.forEach(s -> document.add(new TextField("speaker" + suffix, s, Field.Store.NO)));
    return document;
  }

  private static String content(Attribution said, String text) {
    return said.content().stream().map(s -> s.in(text)).collect(Collectors.joining(" "));
  }

  synchronized void commit() throws IOException {
    if (uncommitted > 0) {
      writer.setLiveCommitData(Map.of(LAST, String.valueOf(last)).entrySet());
      writer.commit();
      uncommitted = 0;
    }
  }

  /**
   * A document found.
   *
   * @param query what it was found with in the fields of its language
   */
  record Found(String id, float score, Query query) {}

  /** The best documents for what people type; see {@link CaseFolder#search}. */
  List<Found> search(String words, int limit) throws IOException {
    var query = query(words);
    searchers.maybeRefreshBlocking();
    var searcher = searchers.acquire();
    try {
      var found = new ArrayList<Found>();
      for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
        found.add(new Found(id(searcher, hit.doc), hit.score, query));
      }
      return found;
    } finally {
      searchers.release(searcher);
    }
  }

  private static String id(IndexSearcher searcher, int doc) throws IOException {
    return searcher.storedFields().document(doc).get("id");
  }

  /** In each language on its own, so that what is a stop word in one stays a word in the other. */
  private static Query query(String words) {
    var input = words.substring(0, Math.min(words.length(), LONGEST_QUERY));
    try {
      return query(input, false);
    } catch (ParseException | IllegalArgumentException | IndexSearcher.TooManyClauses e) {
      try {
        return query(input, true);
      } catch (ParseException | IllegalArgumentException | IndexSearcher.TooManyClauses f) {
        return new MatchNoDocsQuery();
      }
    }
  }

  private static Query query(String input, boolean plain) throws ParseException {
    var all = new BooleanQuery.Builder();
    for (var language : Analyzers.LANGUAGES) {
      var fields = FIELDS.keySet().stream().map(f -> f + "_" + language).toArray(String[]::new);
      var boosts = new TreeMap<String, Float>();
      FIELDS.forEach((f, boost) -> boosts.put(f + "_" + language, boost));
      try (var analyzer = Analyzers.of(language)) {
        var parser = new MultiFieldQueryParser(fields, analyzer, boosts);
        parser.setDefaultOperator(QueryParser.Operator.AND);
        parser.setLocale(Locale.ROOT);
        all.add(parser.parse(plain ? plain(input) : ours(input)), BooleanClause.Occur.SHOULD);
      }
    }
    return all.build();
  }

  /** Without the parts of Lucene's syntax that no reporter means: fields, ranges, /expressions/. */
  private static String ours(String input) {
    return input.replaceAll("[\\\\:^\\[\\]{}/!]", "\\\\$0");
  }

  private static String plain(String input) {
    return QueryParser.escape(input.toLowerCase(Locale.ROOT));
  }

  @Override
  public synchronized void close() throws IOException {
    try (var directory = writer.getDirectory();
        var closing = writer) {
      commit();
      searchers.close();
    }
  }

  /** Lets go without keeping what was not committed. */
  synchronized void abandon() throws IOException {
    uncommitted = 0;
    close();
  }
}
