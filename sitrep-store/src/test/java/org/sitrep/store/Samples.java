package org.sitrep.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Distance;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Participant;
import org.sitrep.claim.Provenance;
import org.sitrep.entity.EventType;
import org.sitrep.entity.Place;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.event.Why;
import org.sitrep.flow.Issue;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.page.Article;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.text.AlignedText;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/** Small documents with claims, all slots filled. */
final class Samples {

  static final EventType CLASH =
      new EventType("clash", "clash", "fight", "Battles", "Armed clash", "ASSAULT", "190");

  private Samples() {}

  static Page page(int n) {
    return version(n, "digest" + n);
  }

  /** The page as it is read again with other bytes. */
  static Page version(int n, String digest) {
    String text = "Dispatch " + n + ": rebels clashed with the army near Kafr Zita.\nReader: good.";
    Span body = new Span(0, text.indexOf('\n'));
    Span comment = new Span(body.end() + 1, text.length());
    Capture capture =
        new Capture(
            "doc" + n,
            "in.jsonl:" + n,
            Optional.of("https://example.org/" + n),
            Optional.of("The Example"),
            Optional.empty(),
            Optional.of(LocalDate.of(2018, 11, 8)),
            Optional.of(Instant.parse("2018-11-09T10:00:00Z")),
            Capture.Format.TEXT,
            text,
            digest);
    List<Block> blocks =
        List.of(new Block(Block.Kind.BODY, body, 1, 1), new Block(Block.Kind.COMMENT, comment, 2, 2));
    Article article =
        new Article(
            capture.doc(),
            capture.digest(),
            capture.url(),
            capture.publisher(),
            capture.published(),
            AlignedText.identity(text),
            blocks.subList(0, 1));
    Comment reader =
        new Comment(
            Optional.of("Reader"), Optional.empty(), Optional.empty(), "good.", comment, 2, 2, Optional.empty(), false, 0);
    return new Page(
        capture, Imprint.of(Optional.of("Dispatch " + n), Optional.empty()), article, blocks, List.of(reader), List.of());
  }

  static Location place() {
    Place place =
        new Place(
            "gn:1", "Kafr Zitā", Place.Feature.TOWN, 35.37, 36.6, 1.5, "SY", "Hama", 17_000);
    return new Location(
        "near Kafr Zita", "Kafr Zita", Location.Status.RESOLVED, Optional.of(place), 35.37, 36.6, 5,
        "exact", List.of(new Mention.Candidate(place, "exact")));
  }

  static Claim claim(int n, int k) {
    Attribution.Holder holder =
        new Attribution.Holder(
            "the Observatory", "Observatory", Optional.of("sohr"), Optional.empty(),
            Optional.of(new Span(0, 4)), Optional.empty(), Attribution.Stance.DISTANCED);
    return new Claim(
        "c" + n + "-" + k,
        "doc" + n,
        "digest" + n,
        Optional.of("The Example"),
        Optional.of(LocalDate.of(2018, 11, 8)),
        "body",
        new Evidence(new Span(12, 40), new Span(12, 40), "rebels clashed with the army"),
        CLASH,
        "",
        List.of(new Participant("rebels", "rebels", Optional.empty())),
        List.of(new Participant("the army", "Army", Optional.of("army"))),
        List.of(place()),
        Optional.of(TimeWindow.day(LocalDate.of(2018, 11, 1 + k))),
        k % 2 == 0 ? new Attribution(List.of(holder)) : Attribution.PUBLISHER,
        k % 2 == 0 ? Certainty.PROBABLE : Certainty.CERTAIN,
        List.of(new Casualties(Casualties.Fate.KILLED, 5, OptionalInt.empty(), "soldiers")),
        List.of("mortar"),
        Optional.of(new Distance(2.5, "km", "~")),
        new Provenance("common:clash/clash.v", List.of("actor: subject")));
  }

  static List<Claim> claims(int n, int count) {
    List<Claim> claims = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      claims.add(claim(n, k));
    }
    return claims;
  }

  /** The same claims, read from other bytes. */
  static List<Claim> moved(List<Claim> claims, String digest) {
    return claims.stream()
        .map(
            c ->
                new Claim(
                    c.id() + "-" + digest, c.doc(), digest, c.publisher(), c.published(), c.section(), c.evidence(),
                    c.type(), c.subType(), c.actors(), c.targets(), c.places(), c.time(), c.attribution(),
                    c.certainty(), c.casualties(), c.materiel(), c.distance(), c.provenance()))
        .toList();
  }

  /** The same claims in other words, with other losses, read from other bytes. */
  static List<Claim> edited(List<Claim> claims, String digest) {
    return claims.stream()
        .map(
            c ->
                new Claim(
                    c.id() + "-" + digest, c.doc(), digest, c.publisher(), c.published(), c.section(),
                    new Evidence(c.evidence().span(), c.evidence().codePoints(), "otherwise " + c.id()),
                    c.type(), c.subType(), c.actors(), c.targets(), c.places(), c.time(), c.attribution(),
                    c.certainty(), List.of(new Casualties(Casualties.Fate.KILLED, 2, OptionalInt.empty(), "soldiers")), c.materiel(),
                    c.distance(), c.provenance()))
        .toList();
  }

  /** The same between others, and at no known place. */
  static Claim elsewhere(Claim c) {
    return new Claim(
        c.id(), c.doc(), c.digest(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(),
        List.of(new Participant("a gang", "gang", Optional.empty())), List.of(), List.of(), c.time(), c.attribution(),
        c.certainty(), c.casualties(), c.materiel(), c.distance(), c.provenance());
  }

  static Event event(List<Claim> claims) {
    return event("e1", claims);
  }

  static Event event(String id, List<Claim> claims) {
    return new Event(
        id,
        CLASH,
        Optional.of(place()),
        claims.getFirst().time(),
        claims.getFirst().actors(),
        claims.getFirst().targets(),
        claims,
        List.of("sohr"),
        List.of(
            new Loss("sohr", "c1-0", Casualties.Fate.KILLED, 5, OptionalInt.empty(), 5, Optional.of("army"), "fighters", List.of("people"), "soldiers")),
        claims.getFirst().casualties(),
        List.of(
            new Contradiction.Count(
                Casualties.Fate.KILLED,
                List.of(
                    new Contradiction.Version("5", List.of("c1-0"), List.of("sohr")),
                    new Contradiction.Version("2", List.of("c1-1"), List.of("The Example"))))),
        new Why(
            List.of(new Why.Link("c1-1", "c1-0", 8, List.of(new Why.Term("when", "same day", 4)))),
            List.of(),
            List.of()));
  }

  static List<Issue> issues(int n) {
    return List.of(new Issue(Issue.Kind.PLACE, "doc" + n, 3, "Kafr Zita has two readings"));
  }
}
