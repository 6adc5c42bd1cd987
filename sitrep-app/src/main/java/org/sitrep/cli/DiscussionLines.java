package org.sitrep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Masked;
import org.sitrep.discussion.Share;

/** A discussion in lines for a person; takes only what may be shown. */
final class DiscussionLines {

  private final Masked masked;
  private final Map<String, String> events;
  private final List<String> lines = new ArrayList<>();

  private DiscussionLines(Masked masked, Map<String, String> events) {
    this.masked = masked;
    this.events = events;
  }

  static List<String> of(String title, Masked masked, List<Claim> claims, Map<String, String> events) {
    DiscussionLines out = new DiscussionLines(masked, events);
    out.lines.add(title);
    out.counts();
    out.propositions();
    out.answers(Claim.byId(claims));
    out.copies();
    return out.lines;
  }

  private void add(String text) {
    lines.add("  " + text);
  }

  private String few() {
    return "fewer than " + masked.fewest();
  }

  private void counts() {
    Discussion d = masked.discussion();
    String authors = masked.showsAuthors() ? Integer.toString(d.authors()) : few();
    add(Tables.count(d.posts(), "post") + " by " + authors + " named authors"
        + (d.nameless() > 0 ? "; " + d.nameless() + " of them without a name, which add no author" : ""));
    add(d.replies() + " known to answer another post, " + d.depth() + " deep"
        + (d.purged() > 0 ? "; the words of " + d.purged() + " were deleted" : ""));
  }

  private void propositions() {
    for (Discussion.Counted counted : masked.discussion().propositions()) {
      add("asserted by " + share(counted.share()) + ": " + counted.proposition()
          + (counted.threads() > 1 ? ", on " + counted.threads() + " pages" : ""));
    }
    hidden(masked.propositions(), "proposition");
  }

  private void answers(Map<String, Claim> claims) {
    for (Discussion.Answer answer : masked.discussion().answers()) {
      Claim claim = claims.get(answer.claim());
      if (claim != null) {
        String event = events.getOrDefault(claim.id(), "");
        add((answer.kind() == Discussion.Answer.Kind.DISPUTED ? "disputed by " : "repeated by ")
            + share(answer.share()) + ": " + Notation.of(claim) + (event.isEmpty() ? "" : "  [" + event + "]"));
        for (Discussion.Counted version : answer.versions()) {
          add("    instead, " + share(version.share()) + ": " + version.proposition());
        }
      }
    }
    if (masked.discussion().rejections().isShown()) {
      add("called untrue as a whole by " + share(masked.discussion().rejections()));
    }
  }

  private void copies() {
    Discussion d = masked.discussion();
    for (Discussion.Copy copy : d.copies()) {
      add("the same text " + copy.posts() + " times on " + Tables.count(copy.threads(), "page") + " by " + share(copy.share()));
    }
    hidden(masked.copies(), "copied text");
    for (Discussion.Quote quote : d.quotes()) {
      add("quoted word by word by " + share(quote.share()) + ": " + source(quote));
    }
    hidden(masked.quotes(), "quoted source");
    for (Discussion.Link link : d.links()) {
      add("linked by " + share(link.share()) + ": " + link.host());
      link.pages().forEach(page -> add("    " + page.url() + ", by " + share(page.share())));
    }
    hidden(masked.hosts(), "linked site");
  }

  private void hidden(int number, String noun) {
    if (number > 0) {
      add(Tables.count(number, noun) + ", each by " + few() + " authors: not shown");
    }
  }

  private static String source(Discussion.Quote quote) {
    return switch (quote.from()) {
      case ARTICLE -> quote.block() < 0 ? "the articles" : "the article, " + (quote.line() > 0 ? "line " + quote.line() : "part " + quote.block());
      case POST -> "other posts";
      case OUTSIDE -> "other sources";
    };
  }

  private String share(Share share) {
    if (share.authors() < masked.fewest()) {
      return few() + " authors";
    }
    return String.format(
        Locale.ROOT, "%d of %d authors (%.0f %%; %.0f-%.0f %%)", share.authors(), share.of(),
        100.0 * share.authors() / share.of(), 100 * share.low(), 100 * share.high());
  }
}
