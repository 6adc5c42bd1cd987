package org.sitrep.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Ruling;
import org.sitrep.flow.Issue;
import org.sitrep.page.Page;
import org.sitrep.page.Watched;

/**
 * One DuckDB file with everything that was read and coded. A document is saved whole or not at all, also
 * when the process is killed; one that is there already is not saved again. Every version of a document is
 * kept; what is listed, and what events and control are made of, are the claims of the latest one. Events and
 * control are made anew from these claims and replaced as a whole.
 *
 * <p>Only one process may have a store open. Methods may be called from several threads; they take turns.
 * Trouble with the file is a {@link StoreException}.
 */
public final class Store implements AutoCloseable {

  /** The layout of the tables; a store of another number is refused. */
  public static final int SCHEMA_VERSION = 4;

  private final Path file;
  private final DuckDBConnection db;
  private final Session session;
  private final String authorKey;
  private final Asked asked = new Asked();
  private @Nullable KnownDocuments known;
  private @Nullable PlaceTable places;
  private long nextDocument;
  private long nextClaim;
  private long run;

  private Store(Path file, DuckDBConnection db) throws SQLException {
    this.file = file;
    this.db = db;
    this.session = new Session(file, db);
    this.authorKey = Opening.meta(db, "author_key");
    readOn();
  }

  /** Goes on from what the tables hold. */
  private void readOn() throws SQLException {
    nextDocument = session.number("SELECT coalesce(max(seq), 0) + 1 FROM documents");
    nextClaim = session.number("SELECT coalesce(max(seq), 0) + 1 FROM claims");
    run = session.number("SELECT coalesce(max(run), 0) FROM runs");
    known = null;
    places = null;
    asked.clear();
  }

  /** Opens a store, and makes one where there is none. */
  public static Store open(Path file) {
    DuckDBConnection db = Opening.connect(file);
    try {
      Opening.prepare(file, db);
      return new Store(file, db);
    } catch (SQLException | RuntimeException e) {
      try {
        db.close();
      } catch (SQLException closing) {
        e.addSuppressed(closing);
      }
      throw e instanceof StoreException known
          ? known
          : new StoreException(file, StoreException.Reason.BROKEN, Opening.firstLine(e), e);
    }
  }

  /** Opens a store that must be there. */
  public static Store openExisting(Path file) {
    if (!Files.exists(file)) {
      throw new StoreException(
          file, StoreException.Reason.ABSENT, "no such store; `sitrep read PATH...` makes one", null);
    }
    return open(file);
  }

  /** Begins a run of reading; what is saved from now on belongs to it. */
  public synchronized void beginRun(List<String> inputs) {
    run++;
    inTransaction(() -> RunTable.begin(db, run, inputs));
  }

  /** Ends the run, with how many documents were saved, were there already, or were rejected. */
  public synchronized void endRun(int documents, int skipped, int rejected) {
    inTransaction(() -> RunTable.end(db, run, documents, skipped, rejected));
  }

  /** Whether a document with these bytes has been saved. */
  public synchronized boolean contains(String digest) {
    return ask(() -> DocumentTable.contains(db, digest));
  }

  /**
   * Notes that bytes which are there were seen again, so that an old version that has come back is the latest.
   *
   * @param seen when they were fetched
   */
  public synchronized void sighted(String digest, Instant seen) {
    inTransaction(
        () -> {
          if (VersionTable.sighted(db, digest, seen)) {
            Opening.setMeta(db, "events_current", "false");
          }
        });
  }

  /**
   * Saves a document with all that was coded from it, whole or not at all.
   *
   * @return false when a document with the same bytes is there already; nothing is changed then
   */
  public synchronized boolean save(Page page, List<Claim> claims, List<Issue> issues) {
    return save(page, claims, issues, Optional.empty());
  }

  /**
   * The same, of a page that somebody says is a version of a document.
   *
   * @param of id or address of that document, or the digest of one of its snapshots
   */
  public synchronized boolean save(Page page, List<Claim> claims, List<Issue> issues, Optional<String> of) {
    String digest = page.capture().digest();
    if (contains(digest)) {
      return false;
    }
    KnownDocuments others = known();
    boolean alone = !others.mayHave(page);
    inTransaction(
        () -> {
          try (DuckDBAppender out = db.createAppender("documents")) {
            DocumentTable.append(out, nextDocument, run, page);
          }
          try (DuckDBAppender out = db.createAppender("blocks")) {
            DocumentTable.appendBlocks(out, page);
          }
          try (DuckDBAppender out = db.createAppender("comments")) {
            DocumentTable.appendComments(out, page, authorKey);
          }
          try (DuckDBAppender out = db.createAppender("claims")) {
            long seq = nextClaim;
            for (Claim claim : claims) {
              ClaimTable.append(out, seq++, claim);
            }
          }
          ToldTable.append(db, nextClaim, claims);
          Instant seen = page.capture().fetched().orElseGet(Instant::now);
          boolean isNew = VersionTable.add(db, run, page, alone, of, seen.truncatedTo(ChronoUnit.MICROS));
          if (isNew) {
            FusedTable.added(db, digest, nextClaim, claims.size());
          }
          IssueTable.add(db, run, issues, digest);
          IssueTable.add(db, run, places().note(db, claims), digest);
          IssueTable.add(db, run, OddDays.of(page, claims, seen), digest);
          IssueTable.add(db, run, isNew ? List.of() : VersionTable.settle(db, digest), digest);
          DiscussionTable.forgetIfErased(db, digest);
          Opening.setMeta(db, "events_current", "false");
        });
    others.add(page);
    nextDocument++;
    nextClaim += claims.size();
    return true;
  }

  /**
   * Takes over what another store holds: documents in all versions, claims, readers' threads, rulings, issues.
   * What is here already stays as it is. Events must be made anew afterwards.
   *
   * @throws StoreException where there is no such store, where it is in use, or of another version
   */
  public synchronized Merged merge(Path other) {
    if (other.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize()) || !Files.exists(other)) {
      throw new StoreException(other, StoreException.Reason.ABSENT, "no other store is there", null);
    }
    Merging merging = new Merging(db, other);
    Merged[] merged = new Merged[1];
    session.act(merging::attach);
    try {
      inTransaction(() -> merged[0] = merging.run());
    } finally {
      session.act(merging::detach);
      session.act(this::readOn);
    }
    return merged[0];
  }

  /** Keeps issues that belong to no saved document. */
  public synchronized void addIssues(List<Issue> issues) {
    inTransaction(() -> IssueTable.add(db, run, issues, null));
  }

  /** Replaces all events and the entries of the control ledger. */
  public synchronized void replaceEvents(List<Event> events, ControlLedger ledger) {
    inFusing(() -> EventTable.replace(db, events, ledger));
  }

  /** A number that grows when events are made anew: what was learnt of them counts for one number. */
  public long eventsVersion() {
    return scan().version();
  }

  /** How many events there are. */
  public synchronized int countEvents() {
    return countEvents(Filter.ALL);
  }

  /** Whether the events were made from all the claims that are here. */
  public synchronized boolean eventsAreCurrent() {
    return ask(() -> Opening.meta(db, "events_current").equals("true"));
  }

  /** The claims that a filter lets through, in the order in which they were read. */
  public synchronized List<Claim> listClaims(Filter filter) {
    return ask(
        () -> {
          Where where = new Where(filter);
          List<Claim> found = new ArrayList<>();
          try (PreparedStatement s =
              db.prepareStatement(
                  "SELECT c.* FROM claims c WHERE " + where.sql() + " ORDER BY c.seq")) {
            where.bind(s);
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                found.add(ClaimTable.read(r));
              }
            }
          }
          return found;
        });
  }

  /** Whether a claim with this id counts: one of the latest version of its document. */
  public synchronized boolean containsClaim(String id) {
    return ask(() -> ClaimTable.contains(db, id));
  }

  /** The id of the event that each claim belongs to, by the claim's id. */
  public synchronized Map<String, String> listEventOfClaim() {
    return ask(() -> EventTable.eventOfClaim(db));
  }

  /** The same for the claims of one snapshot. */
  public synchronized Map<String, String> listEventOfClaim(String digest) {
    return ask(() -> EventTable.eventOfClaim(db, digest));
  }

  /** The events with a claim that a filter lets through, each with all its claims. */
  public synchronized List<Event> listEvents(Filter filter) {
    return ask(() -> EventTable.list(db, filter));
  }

  /** How many claims a filter lets through. */
  public synchronized int countClaims(Filter filter) {
    Where where = new Where(filter);
    return ask(() -> Sql.count(db, "SELECT count(*) FROM claims c WHERE " + where.sql(), where::bind));
  }

  /** How many events have a claim that a filter lets through. */
  public synchronized int countEvents(Filter filter) {
    EventTable.Passing passing = EventTable.passing(filter);
    return ask(() -> Sql.count(db, "SELECT count(*) FROM events e WHERE " + passing.sql(), s -> passing.bind(s, 0)));
  }

  /** The event with an id. */
  public synchronized Optional<Event> findEvent(String id) {
    return ask(() -> EventTable.find(db, id).stream().findFirst());
  }

  /** The events that have one of these ids, or one of these claims. */
  public synchronized List<Event> listEvents(Collection<String> ids, Collection<String> claims) {
    return ask(() -> EventTable.list(db, ids, claims));
  }

  /**
   * What became of an id that an event had, followed to the end; empty for an id that is an event's, or that none
   * ever had.
   */
  public synchronized Optional<Redirect> findRedirect(String id) {
    return ask(() -> RedirectTable.find(db, id));
  }

  /** The ids that lead to an event, by one step or several, the earliest change first. */
  public synchronized List<Redirect> listRedirectsTo(String id) {
    return ask(() -> RedirectTable.listTo(db, id));
  }

  /** What became of every id that is no event's any more. */
  public synchronized List<Redirect> listRedirects() {
    return ask(() -> RedirectTable.list(db));
  }

  /**
   * Who is said to hold which place, on whose word, each entry with the day on which it was read first. What
   * follows from them on a day is not kept: the assessment works it out.
   */
  public synchronized List<ControlEntry> listControl() {
    return ask(() -> ControlTable.list(db));
  }

  /** Keeps a person's ruling; earlier ones stay. After one on a pair of claims events are to be made anew. */
  public synchronized void addRuling(Ruling ruling) {
    inTransaction(
        () -> {
          RulingTable.add(db, ruling);
          if (ruling.subject() == Ruling.Subject.PAIR) {
            Opening.setMeta(db, "events_current", "false");
          }
        });
  }

  /** How many rulings there are; none is ever taken away. */
  public synchronized int countRulings() {
    return ask(() -> Sql.count(db, "SELECT count(*) FROM rulings", s -> {}));
  }

  /** All rulings, in the order in which they were made. */
  public synchronized List<Ruling> listRulings() {
    return ask(() -> RulingTable.list(db));
  }

  /** All issues, in the order of the runs that found them. */
  public synchronized List<Issue> listIssues() {
    return ask(() -> IssueTable.list(db));
  }

  /** How many issues there are. */
  public synchronized int countIssues() {
    return ask(() -> Sql.count(db, "SELECT count(*) FROM issues", s -> {}));
  }

  /** The claims coded from one snapshot, in the order of its text. */
  public synchronized List<Claim> listClaimsOf(String digest) {
    return ask(() -> ClaimTable.listOf(db, digest));
  }

  /** The latest version of each document, in the order in which the documents were first read. */
  public synchronized List<StoredDocument.Head> listDocuments() {
    return ask(() -> DocumentTable.list(db));
  }

  /** How many documents there are. */
  public synchronized int countDocuments() {
    return ask(() -> Sql.count(db, "SELECT count(*) FROM documents d JOIN latest l USING (digest)", s -> {}));
  }

  /** The latest version of a document, by its id or address; or the snapshot with a digest. */
  public synchronized Optional<StoredDocument> findDocument(String doc) {
    return ask(() -> DocumentTable.find(db, doc));
  }

  /** What is needed to bring events up to date without making all of them anew. */
  public Fusing fusing() {
    return new Fusing(this);
  }

  /** The events as flat rows, for an index over them. */
  public Scan scan() {
    return new Scan(this);
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** What a day's report is made of. */
  public Daily daily() {
    return new Daily(this);
  }

  /** What readers wrote, apart from everything else. */
  public Threads threads() {
    return new Threads(this);
  }

  /**
   * The versions of a document, the oldest first; empty where there is no such document.
   *
   * @param doc its id, its address, or the digest of one of its snapshots
   */
  public synchronized List<StoredDocument.Version> listVersions(String doc) {
    return ask(() -> VersionTable.list(db, doc));
  }

  /** The documents of which there is more than one snapshot: digests of their latest ones, first read first. */
  public synchronized List<String> listSeveral() {
    return ask(() -> VersionTable.listSeveral(db));
  }

  /** The digests of all snapshots that a later version of their document has superseded. */
  public synchronized Set<String> listSuperseded() {
    return ask(() -> VersionTable.listSuperseded(db));
  }

  /** All addresses that are or were watched. */
  public synchronized List<Watched> listWatched() {
    return ask(() -> WatchedTable.list(db));
  }

  /** Keeps what is known of a watched address, in place of what was known. */
  public synchronized void saveWatched(Watched watched) {
    inTransaction(() -> WatchedTable.save(db, watched));
  }

  /** Writes everything to the file and lets go of it. */
  @Override
  public synchronized void close() {
    session.act(db::close);
  }

  DuckDBConnection db() {
    return db;
  }

  long committed() {
    return session.committed();
  }

  /** Writes what was deleted out of the file's log. */
  void compact() {
    session.act(() -> session.execute("CHECKPOINT"));
  }

  private PlaceTable places() {
    PlaceTable read = places;
    if (read == null) {
      read = ask(() -> PlaceTable.of(db));
      places = read;
    }
    return read;
  }

  private KnownDocuments known() {
    KnownDocuments read = known;
    if (read == null) {
      read = ask(() -> KnownDocuments.of(db));
      known = read;
    }
    return read;
  }

  Asked asked() {
    return asked;
  }

  /** Work that changes what events are made of. */
  void inFusing(Session.Work work) {
    try {
      inTransaction(work);
    } finally {
      asked.clear();
    }
  }

  <T> T ask(Session.Question<T> question) {
    return session.ask(question);
  }

  /** What is remembered of the tables may be wrong after a transaction that failed. */
  void inTransaction(Session.Work work) {
    try {
      session.inTransaction(work);
    } catch (RuntimeException e) {
      known = null;
      places = null;
      throw e;
    }
  }
}
