package org.sitrep.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
import org.sitrep.flow.Issue;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.store.StoredDocument.Version;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** Which snapshots are one document, and which of them counts. */
class VersionsTest {

  private static final String FIRST = "Rebels clashed with the army near Kafr Zita on Monday, a monitor said in a short note.";
  private static final String SECOND = "Rebels clashed with the army near Kafr Zita on Tuesday, a monitor said in a short note.";
  private static final String UNLIKE = "The ministry of culture opened a museum of carpets that visitors may enter free of charge.";

  @TempDir Path dir;

  private Store open() {
    Store store = Store.open(dir.resolve("v.duckdb"));
    store.beginRun(List.of("test"));
    return store;
  }

  /** A page of running text; absent parts are empty. */
  private record Draft(String digest, String doc, String origin, String url, String own, String day, String fetched, String text, String modified) {

    static Draft of(String digest, String text) {
      return new Draft(digest, "doc", "in.jsonl:" + digest.length(), "", "", "", "", text, "2018-11-09T11:00:00Z");
    }

    Draft doc(String id, String from) {
      return new Draft(digest, id, from, url, own, day, fetched, text, modified);
    }

    Draft url(String address) {
      return new Draft(digest, doc, origin, address, own, day, fetched, text, modified);
    }

    Draft own(String address) {
      return new Draft(digest, doc, origin, url, address, day, fetched, text, modified);
    }

    Draft day(String published) {
      return new Draft(digest, doc, origin, url, own, published, fetched, text, modified);
    }

    Draft fetched(String time) {
      return new Draft(digest, doc, origin, url, own, day, time, text, modified);
    }

    Draft changed(String time) {
      return new Draft(digest, doc, origin, url, own, day, fetched, text, time);
    }

    Page page() {
      Optional<LocalDate> published = given(day).map(LocalDate::parse);
      Capture capture =
          new Capture(
              doc, origin, given(url), Optional.empty(), Optional.empty(), published,
              given(fetched).map(Instant::parse), Capture.Format.TEXT, text, digest);
      Block body = new Block(Block.Kind.BODY, new Span(0, text.length()), 1, 1);
      Article article =
          new Article(
              doc, digest, given(url), Optional.empty(), published, AlignedText.identity(text), List.of(body));
      Imprint imprint =
          new Imprint(
              Optional.empty(), Optional.of("A. Writer"), Optional.empty(), given(own), published,
              given(modified).map(Instant::parse), Optional.of("en"));
      return new Page(capture, imprint, article, List.of(body), List.of(), List.of());
    }

    private static Optional<String> given(String value) {
      return Optional.of(value).filter(v -> !v.isEmpty());
    }
  }

  private static void save(Store store, Draft draft) {
    List<Claim> claims = List.of(claim(draft));
    assertThat(store.save(draft.page(), claims, List.of())).isTrue();
  }

  private static Claim claim(Draft draft) {
    Claim c = Samples.claim(1, 0);
    return new Claim(
        "c-" + draft.digest, draft.doc, draft.digest, c.publisher(), c.published(), c.section(), c.evidence(), c.type(),
        c.subType(), c.actors(), c.targets(), c.places(), c.time(), c.attribution(), c.certainty(), c.casualties(),
        c.materiel(), c.distance(), c.provenance());
  }

  private static List<String> counted(Store store) {
    return store.listClaims(Filter.ALL).stream().map(Claim::digest).toList();
  }

  private static List<String> versions(Store store, String doc) {
    return store.listVersions(doc).stream().map(Version::digest).toList();
  }

  @Test
  void A01_oneIdInOneFileOfRecordsIsOneDocument() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("statement", "in.jsonl:1"));
      save(store, Draft.of("b", UNLIKE).doc("statement", "in.jsonl:2"));
      save(store, Draft.of("c", FIRST).doc("another", "in.jsonl:3"));
      assertThat(versions(store, "statement")).containsExactly("a", "b");
      assertThat(counted(store)).containsExactly("b", "c");
    }
  }

  @Test
  void A02_oneAddressIsOneDocument() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("x", "1.jsonl:1").url("https://Outlet.example/news/1/"));
      save(store, Draft.of("b", UNLIKE).doc("y", "2.jsonl:1").url("http://outlet.example:80/news/1#top"));
      save(store, Draft.of("c", FIRST).doc("z", "2.jsonl:2").url("https://outlet.example/news/1?page=2"));
      assertThat(versions(store, "y")).containsExactly("a", "b");
      assertThat(versions(store, "https://Outlet.example/news/1/")).containsExactly("a", "b");
      assertThat(counted(store)).containsExactly("b", "c");
    }
  }

  @Test
  void A03_filesThatAreCalledAlikeAreOneDocumentOnlyWithTextInCommon() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("page", "monday/page.html"));
      save(store, Draft.of("b", UNLIKE).doc("page", "other/page.html"));
      save(store, Draft.of("c", SECOND).doc("page", "tuesday/page.html"));
      assertThat(counted(store)).containsExactly("b", "c");
      assertThat(versions(store, "a")).containsExactly("a", "c");
    }
  }

  @Test
  void A04_idsThatCountFromOneInTwoFilesAreTwoDocuments() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("1", "one.jsonl:1"));
      save(store, Draft.of("b", UNLIKE).doc("1", "two.jsonl:1"));
      save(store, Draft.of("c", FIRST).doc("in-7", "in.jsonl:7"));
      save(store, Draft.of("d", UNLIKE).doc("in-7", "in.jsonl:7"));
      assertThat(counted(store)).containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void A05_aBulletinOfAnotherDayIsNoVersion() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("bulletin", "1/bulletin.txt").day("2018-11-05"));
      save(store, Draft.of("b", SECOND).doc("bulletin", "2/bulletin.txt").day("2018-11-06"));
      assertThat(counted(store)).containsExactly("a", "b");
    }
  }

  @Test
  void A06_thePagesOwnAddressCountsWithTextInCommonAndNeverTheFrontPage() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("x", "x.html").own("https://outlet.example/1"));
      save(store, Draft.of("b", SECOND).doc("y", "y.html").own("https://outlet.example/1"));
      save(store, Draft.of("c", UNLIKE).doc("z", "z.html").own("https://outlet.example/1"));
      save(store, Draft.of("d", FIRST).doc("u", "u.html").own("https://outlet.example/"));
      save(store, Draft.of("e", FIRST).doc("v", "v.html").own("https://outlet.example"));
      assertThat(counted(store)).containsExactly("b", "c", "d", "e");
    }
  }

  @Test
  void A07_anAddressAndAnIdCanJoinTwoDocuments() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).doc("x", "in.jsonl:1"));
      save(store, Draft.of("b", UNLIKE).doc("y", "in.jsonl:2").url("https://outlet.example/2"));
      assertThat(counted(store)).containsExactly("a", "b");
      save(store, Draft.of("c", FIRST).doc("x", "in.jsonl:3").url("https://outlet.example/2"));
      assertThat(versions(store, "x")).containsExactly("a", "b", "c");
      assertThat(counted(store)).containsExactly("c");
    }
  }

  @Test
  void B01_theLatestIsTheOneFetchedLast() {
    try (Store store = open()) {
      save(store, Draft.of("late", FIRST).fetched("2018-11-09T12:00:00Z"));
      save(store, Draft.of("eary", SECOND).fetched("2018-11-09T10:00:00Z"));
      assertThat(versions(store, "doc")).containsExactly("eary", "late");
      assertThat(counted(store)).containsExactly("late");
      assertThat(store.findDocument("doc").orElseThrow().head().digest()).isEqualTo("late");
      assertThat(store.findDocument("eary").orElseThrow().text()).isEqualTo(SECOND);
    }
  }

  @Test
  void B02_anOldVersionThatComesBackIsTheLatestAgain() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST).fetched("2018-11-09T10:00:00Z"));
      save(store, Draft.of("b", SECOND).doc("doc", "in.jsonl:1").fetched("2018-11-09T11:00:00Z"));
      store.replaceEvents(List.of(), new ControlLedger(List.of(), List.of()));
      store.sighted("b", Instant.parse("2018-11-09T11:30:00Z"));
      assertThat(store.eventsAreCurrent()).isTrue();
      store.sighted("a", Instant.parse("2018-11-09T12:00:00Z"));
      store.sighted("a", Instant.parse("2018-11-09T12:00:00Z"));
      assertThat(store.eventsAreCurrent()).isFalse();
      assertThat(versions(store, "doc")).containsExactly("a", "b", "a");
      assertThat(counted(store)).containsExactly("a");
      store.sighted("no such digest", Instant.parse("2018-11-09T12:00:00Z"));
      assertThat(counted(store)).containsExactly("a");
    }
  }

  @Test
  void B03_supersededClaimsAreKeptAndListedWhenAskedFor() {
    try (Store store = open()) {
      save(store, Draft.of("a", FIRST));
      save(store, Draft.of("b", SECOND));
      assertThat(store.listClaims(Filter.ALL.withAllVersions())).extracting(Claim::digest).containsExactly("a", "b");
      assertThat(store.listClaims(Filter.ofDocument("doc"))).extracting(Claim::digest).containsExactly("b");
      assertThat(store.listClaimsOf("a")).extracting(Claim::id).containsExactly("c-a");
      assertThat(store.listSuperseded()).containsExactly("a");
      assertThat(store.listSeveral()).containsExactly("b");
      assertThat(store.listDocuments()).singleElement().satisfies(head -> {
        assertThat(head.digest()).isEqualTo("b");
        assertThat(head.author()).contains("A. Writer");
        assertThat(head.modified()).contains(Instant.parse("2018-11-09T11:00:00Z"));
      });
    }
    try (Store again = Store.openExisting(dir.resolve("v.duckdb"))) {
      assertThat(counted(again)).containsExactly("b");
    }
  }

  private static final String ADDRESS = "https://outlet.example/news/1";

  private List<String> inOrder(String name, Draft... drafts) {
    try (Store store = Store.open(dir.resolve(name + ".duckdb"))) {
      store.beginRun(List.of("test"));
      for (Draft draft : drafts) {
        save(store, draft.doc(draft.digest, draft.digest + ".html").url(ADDRESS));
      }
      assertThat(counted(store)).containsExactly(versions(store, ADDRESS).getLast());
      assertThat(store.listIssues()).extracting(i -> i.where() + ": " + i.message()).as("issues of " + name)
          .filteredOn(m -> m.contains("no time of fetching")).hasSizeLessThan(2);
      return versions(store, ADDRESS);
    }
  }

  private List<String> said(String name) {
    try (Store store = Store.openExisting(dir.resolve(name + ".duckdb"))) {
      return store.listIssues().stream().map(Issue::message).filter(m -> m.contains("no time of fetching")).toList();
    }
  }

  @Test
  void B04_withoutTimesOfFetchingTheOrderOfReadingDoesNotCount() {
    Draft a = Draft.of("a", FIRST);
    Draft b = Draft.of("b", SECOND);
    Draft c = Draft.of("c", UNLIKE);
    assertThat(inOrder("abc", a, b, c)).containsExactly("a", "b", "c");
    assertThat(inOrder("cab", c, a, b)).containsExactly("a", "b", "c");
    assertThat(inOrder("bca", b, c, a)).containsExactly("a", "b", "c");
    for (String name : List.of("abc", "cab", "bca")) {
      assertThat(said(name))
          .containsExactly("versions carry no time of fetching; taken in the order of their file names, as nothing tells which is later; the latest is c");
    }
  }

  @Test
  void B05_whatTheyStateOfTheirPublicationOrChangeCountsFirst() {
    Draft old = Draft.of("z", FIRST).changed("2018-11-09T10:00:00Z");
    Draft late = Draft.of("a", SECOND).changed("2018-11-09T18:00:00Z");
    assertThat(inOrder("first", old, late)).containsExactly("z", "a");
    assertThat(inOrder("last", late, old)).containsExactly("z", "a");
    assertThat(said("last"))
        .containsExactly("versions carry no time of fetching; taken by what they state of their publication or change; the latest is a");
    Draft monday = Draft.of("y", FIRST).changed("").day("2018-11-05");
    Draft tuesday = Draft.of("b", SECOND).changed("").day("2018-11-06");
    assertThat(inOrder("days", tuesday, monday)).containsExactly("y", "b");
  }

  @Test
  void B06_whatALaterRunReadsIsLaterWhereNothingIsStated() {
    try (Store store = open()) {
      save(store, Draft.of("z", FIRST).url(ADDRESS));
      store.beginRun(List.of("test"));
      save(store, Draft.of("a", SECOND).url(ADDRESS));
      assertThat(versions(store, ADDRESS)).containsExactly("z", "a");
      assertThat(store.listIssues()).extracting(Issue::message)
          .containsExactly("versions carry no time of fetching; taken in the order of the runs that read them; the latest is a");
    }
  }

  @Test
  void B08_recordsOfOneIdInOneFileFollowEachOther() {
    try (Store store = open()) {
      save(store, Draft.of("z", FIRST).doc("statement", "in.jsonl:9"));
      save(store, Draft.of("a", SECOND).doc("statement", "in.jsonl:10"));
      assertThat(versions(store, "statement")).containsExactly("z", "a");
      assertThat(store.listIssues()).extracting(Issue::message)
          .containsExactly("versions carry no time of fetching; taken in the order of the file that they stand in; the latest is a");
    }
  }

  @Test
  void B07_oneTimeOfFetchingForTwo() {
    Draft a = Draft.of("a", FIRST).fetched("2018-11-09T10:00:00Z");
    Draft b = Draft.of("b", SECOND).fetched("2018-11-09T10:00:00Z");
    Draft c = Draft.of("0", UNLIKE).fetched("2018-11-09T10:00:01Z");
    assertThat(inOrder("abc", a, b, c)).containsExactly("a", "b", "0");
    assertThat(inOrder("cba", c, b, a)).containsExactly("a", "b", "0");
    assertThat(said("abc")).isEmpty();
  }

  @Test
  void C01_votesAndDepthOfComments() {
    Page plain = Samples.page(1);
    Comment c = plain.comments().getFirst();
    Comment rated =
        new Comment(
            c.author(), Optional.of("2 days ago"), Optional.of(-3), c.text(), c.span(), 2, 2, Optional.empty(), true, 2);
    try (Store store = open()) {
      store.save(
          new Page(plain.capture(), plain.imprint(), plain.article(), plain.blocks(), List.of(rated, c), List.of()),
          List.of(), List.of());
      assertThat(store.findDocument("doc1").orElseThrow().comments())
          .extracting(StoredDocument.StoredComment::votes, StoredDocument.StoredComment::depth)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Optional.of(-3), 2),
              org.assertj.core.groups.Tuple.tuple(Optional.empty(), 0));
    }
  }
}
