package org.sitrep.desk;

import java.util.List;
import java.util.Map;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Masked;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.Share;
import org.sitrep.exchange.Exchange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A discussion as JSON; takes only what may be shown. Where a number may not, "fewer_than" stands in its place. Thread-safe. */
public final class DiscussionJson {

  /** What stands above everything that is shown of readers. */
  public static final String BANNER = "reader comments: not evidence";

  private final Masked masked;

  private DiscussionJson(Masked masked) {
    this.masked = masked;
  }

  /**
   * What may be shown.
   *
   * @param claims of the article
   * @param events of these claims, by the claim's id
   */
  public static ObjectNode of(Masked masked, List<Claim> claims, Map<String, String> events) {
    return new DiscussionJson(masked).write(claims, events);
  }

  private ObjectNode write(List<Claim> claims, Map<String, String> events) {
    Discussion d = masked.discussion();
    ObjectNode out = Exchange.object().put("evidence", false).put("note", BANNER);
    if (d.doc().isEmpty()) {
      out.put("scope", "all");
    } else {
      out.put("scope", "document").put("doc", d.doc());
    }
    out.put("threads", d.threads()).put("posts", d.posts());
    if (masked.showsAuthors()) {
      out.put("authors", d.authors());
    } else {
      out.putObject("authors").put("fewer_than", masked.fewest());
    }
    out.put("posts_without_name", d.nameless()).put("replies", d.replies()).put("depth", d.depth());
    out.put("posts_purged", d.purged());
    ArrayNode said = out.putArray("propositions");
    d.propositions().forEach(c -> counted(said.addObject(), c));
    answers(out.putArray("answers"), claims, events);
    share(out.putObject("rejected_as_a_whole"), d.rejections());
    copied(out, d);
    ObjectNode hidden = out.putObject("not_shown");
    hidden.put("propositions", masked.propositions()).put("copies", masked.copies());
    hidden.put("quotes", masked.quotes()).put("hosts", masked.hosts());
    return out;
  }

  private void answers(ArrayNode out, List<Claim> claims, Map<String, String> events) {
    Map<String, Claim> byId = Claim.byId(claims);
    for (Discussion.Answer answer : masked.discussion().answers()) {
      Claim claim = byId.get(answer.claim());
      if (claim != null) {
        ObjectNode one = out.addObject().put("as", Exchange.name(answer.kind())).put("claim_id", claim.id());
        if (events.containsKey(claim.id())) {
          one.put("event_id", events.get(claim.id()));
        }
        one.put("notation", Notation.of(claim));
        share(one, answer.share());
        ArrayNode versions = one.putArray("versions");
        answer.versions().forEach(v -> counted(versions.addObject(), v));
      }
    }
  }

  private void copied(ObjectNode out, Discussion d) {
    ArrayNode copies = out.putArray("copies");
    for (Discussion.Copy copy : d.copies()) {
      share(copies.addObject().put("posts", copy.posts()).put("threads", copy.threads()), copy.share());
    }
    ArrayNode quotes = out.putArray("quotes");
    for (Discussion.Quote quote : d.quotes()) {
      ObjectNode one = quotes.addObject().put("from", Exchange.name(quote.from()));
      if (quote.from() == Discussion.Quote.From.ARTICLE) {
        one.put("block", quote.block()).put("line", quote.line());
      }
      share(one.put("posts", quote.posts()), quote.share());
    }
    ArrayNode links = out.putArray("links");
    for (Discussion.Link link : d.links()) {
      ObjectNode one = links.addObject().put("host", link.host()).put("posts", link.posts());
      share(one, link.share());
      ArrayNode pages = one.putArray("pages");
      link.pages().forEach(p -> share(pages.addObject().put("url", p.url()).put("posts", p.posts()), p.share()));
    }
  }

  private void counted(ObjectNode out, Discussion.Counted counted) {
    Proposition p = counted.proposition();
    out.put("notation", p.toString()).put("type", p.kind()).put("affirmed", p.affirmed());
    named(out.putArray("actors"), p.actors());
    named(out.putArray("targets"), p.targets());
    p.place().ifPresent(place -> out.putObject("place").put("id", place.key()).put("name", place.name()));
    share(out.put("posts", counted.posts()).put("threads", counted.threads()), counted.share());
  }

  private static void named(ArrayNode out, List<Proposition.Named> named) {
    named.forEach(n -> out.addObject().put("id", n.key()).put("name", n.name()));
  }

  private void share(ObjectNode out, Share share) {
    if (share.authors() < masked.fewest()) {
      out.putObject("authors").put("fewer_than", masked.fewest());
      return;
    }
    out.put("authors", share.authors()).put("of", share.of());
    out.put("low", rounded(share.low())).put("high", rounded(share.high()));
  }

  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }
}
