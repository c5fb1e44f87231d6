package org.hearsay.casefile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.hearsay.lineage.CopyFinder;
import org.hearsay.reading.Reading;
import org.hearsay.reading.ReadingJson;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * The records of a case in SQLite: documents, where their originals are, their readings. All of it
 * can be made again, so a database with another layout is thrown away, not migrated.
 *
 * <p>Thread-safe; writes are one at a time.
 */
final class Records implements AutoCloseable {
  /** Raised with every change of the tables; another number in the file means: make it again. */
  static final int LAYOUT = 2;

  private static final List<String> TABLES =
      List.of(
          """
          create table document (
            seq integer primary key, id text not null unique,
            uri text not null, sha256 text not null, bytes integer not null,
            title text, site text, published text, language text,
            attributions integer not null, added text not null,
            file text not null, at integer not null, length integer not null)
          """,
          """
          create table reading (
            seq integer primary key, reader text not null, json blob not null, text text not null)
          """,
          """
          create table person (
            seq integer not null, entity text not null, name text not null, full_name text,
            mentions integer not null, attributions integer not null,
            primary key (seq, entity)) without rowid
          """,
          """
          create table role (
            seq integer not null, entity text not null, title text not null, status text,
            start integer not null, "end" integer not null)
          """,
          "create index role_of on role (seq, entity)",
          "pragma user_version = " + LAYOUT);

  private static final String DOCUMENTS =
      "select seq, id, uri, title, site, published, language, sha256, bytes, attributions, added,"
          + " file, at, length from document ";

  private final Pool pool;
  private final Jdbi jdbi;

  private Records(Pool pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * A document with what only the case itself needs.
   *
   * @param seq 1 for the first added, and on
   */
  record Row(int seq, DocumentRecord document, Originals.Place place) {}

  /** The database cannot be used and should be made again. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
      super(message);
    }
  }

  /**
   * Opens the database, making it if it is missing.
   *
   * @throws Unusable when it is damaged or has another layout
   */
  static Records open(Path file) throws Unusable {
    var records = new Records(new Pool(file));
    try {
      records.prepare();
      return records;
    } catch (Unusable | RuntimeException e) {
      records.close();
      throw e instanceof Unusable unusable
          ? unusable
          : new Unusable("it cannot be read: " + e.getMessage());
    }
  }

  private void prepare() throws Unusable {
    var layout = one("pragma user_version");
    var tables = one("select count(*) from sqlite_master");
    if (layout == 0 && tables == 0) {
      jdbi.useTransaction(h -> TABLES.forEach(h::execute));
    } else if (layout != LAYOUT) {
      throw new Unusable("it was made by another version of Hearsay");
    }
    one("select count(*) from document where seq = 1");
    one("select count(*) from reading where seq = 1");
  }

  private int one(String sql) {
    return jdbi.withHandle(h -> h.createQuery(sql).mapTo(Integer.class).one());
  }

  /** Everything about new documents at once: all or none. */
  synchronized void insert(List<Row> rows, List<Reading> readings) {
    jdbi.useTransaction(
        h -> {
          for (var i = 0; i < rows.size(); i++) {
            insert(h, rows.get(i));
            insertReading(h, rows.get(i).seq(), readings.get(i));
            People.insert(h, rows.get(i).seq(), readings.get(i));
          }
        });
  }

  private static void insert(Handle h, Row row) {
    var d = row.document();
    h.execute(
        "insert into document values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.seq(),
        d.id(),
        d.uri(),
        d.sha256(),
        d.bytes(),
        d.title(),
        d.site(),
        d.published(),
        d.language(),
        d.attributions(),
        d.added().toString(),
        row.place().file(),
        row.place().offset(),
        row.place().length());
  }

  private static void insertReading(Handle h, int seq, Reading reading) {
    h.execute(
        "insert into reading values (?, ?, ?, ?)",
        seq,
        Reader.VERSION,
        pack(ReadingJson.write(reading)),
        reading.article().text());
  }

  List<Row> documents() {
    return jdbi.withHandle(
        h ->
            rows(
                h.createQuery(
                    DOCUMENTS
                        + "order by published is null, substr(published, 1, 10) desc,"
                        + " published desc, seq")));
  }

  /** In the order they were added, from a seq on. */
  List<Row> documentsFrom(int seq) {
    return jdbi.withHandle(
        h -> rows(h.createQuery(DOCUMENTS + "where seq >= :seq order by seq").bind("seq", seq)));
  }

  Optional<Row> document(String id) {
    return jdbi.withHandle(
        h -> rows(h.createQuery(DOCUMENTS + "where id = :id").bind("id", id)).stream().findFirst());
  }

  private static List<Row> rows(Query query) {
    return query.map((r, c) -> row(r)).list();
  }

  private static Row row(ResultSet r) throws SQLException {
    var document =
        new DocumentRecord(
            r.getString("id"),
            r.getString("uri"),
            r.getString("title"),
            r.getString("site"),
            r.getString("published"),
            r.getString("language"),
            r.getString("sha256"),
            r.getLong("bytes"),
            r.getInt("attributions"),
            Instant.parse(r.getString("added")));
    var place = new Originals.Place(r.getString("file"), r.getLong("at"), r.getLong("length"));
    return new Row(r.getInt("seq"), document, place);
  }

  Optional<Reading> reading(int seq) {
    return jdbi.withHandle(
            h ->
                h.createQuery("select json from reading where seq = :seq")
                    .bind("seq", seq)
                    .mapTo(byte[].class)
                    .findOne())
        .map(json -> ReadingJson.parse(unpack(json)));
  }

  /** The text alone, which is quicker than the whole reading. */
  Optional<String> text(int seq) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select text from reading where seq = :seq")
                .bind("seq", seq)
                .mapTo(String.class)
                .findOne());
  }

  /** The texts of all documents, in the order they were added. */
  List<CopyFinder.Text> texts() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select id, text from document join reading using (seq) order by seq")
                .map((r, c) -> new CopyFinder.Text(r.getString("id"), r.getString("text")))
                .list());
  }

  /** What the people tables say; see {@link People}. */
  <T> T people(Function<Handle, T> query) {
    return jdbi.withHandle(query::apply);
  }

  int count() {
    return one("select count(*) from document");
  }

  int lastSeq() {
    return one("select coalesce(max(seq), 0) from document");
  }

  /** How many readings another version of the reader made. */
  int stale() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from reading where reader <> :reader")
                .bind("reader", Reader.VERSION)
                .mapTo(Integer.class)
                .one());
  }

  /** How far each file of originals is recorded, by file name. */
  Map<String, Long> ends() {
    var ends = new TreeMap<String, Long>();
    jdbi.useHandle(
        h ->
            h.createQuery("select file, max(at + length) as end from document group by file")
                .map((r, c) -> ends.put(r.getString("file"), r.getLong("end")))
                .list());
    return ends;
  }

  /** What SQLite itself finds wrong with the file; empty when nothing is. */
  List<String> damage() {
    return jdbi
        .withHandle(h -> h.createQuery("pragma integrity_check(20)").mapTo(String.class).list())
        .stream()
        .filter(line -> !line.equals("ok"))
        .toList();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static byte[] pack(String json) {
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(packed, deflater, 1 << 13)) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static String unpack(byte[] packed) {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a reading in the database is damaged", e);
    }
  }

  /** Connections are kept, since opening one costs more than most queries. */
  private static final class Pool implements ConnectionFactory, AutoCloseable {
    private final String url;
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    Pool(Path file) {
      url = "jdbc:sqlite:" + file.toAbsolutePath();
    }

    @Override
    public Connection openConnection() throws SQLException {
      var kept = idle.poll();
      if (kept != null) {
        return kept;
      }
      var connection = DriverManager.getConnection(url);
      try (var statement = connection.createStatement()) {
        // A lost last transaction is made again from the originals: no fsync for each needed.
        for (var pragma :
            List.of("journal_mode = wal", "synchronous = normal", "busy_timeout = 20000")) {
          statement.execute("pragma " + pragma);
        }
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
      return connection;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
      if (closed) {
        connection.close();
      } else {
        idle.add(connection);
      }
    }

    @Override
    public void close() {
      closed = true;
      for (var each = idle.poll(); each != null; each = idle.poll()) {
        try {
          each.close();
        } catch (SQLException e) {
          continue; // nothing is lost by it: what was written is written
        }
      }
    }
  }
}
