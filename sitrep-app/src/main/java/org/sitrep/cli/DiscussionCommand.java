package org.sitrep.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;
import org.sitrep.desk.Discussing;
import org.sitrep.desk.DiscussionJson;
import org.sitrep.desk.Workshop;
import org.sitrep.discussion.Discussion;
import org.sitrep.discussion.Masked;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.Share;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.store.Threads;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "discussion",
    description = {
      "Counts what readers wrote below articles: never evidence.",
      "By document and over all: posts, authors, what they assert outright, which claims of the article they",
      "repeat or dispute, copied texts, links. Counts authors, not posts, and shows nothing that fewer than five",
      "authors stand behind. Posts are analysed when first asked for; that is kept in the store."
    },
    footer = {
      "",
      "Examples:",
      "  sitrep discussion",
      "  sitrep discussion page-17 --json",
      "  sitrep discussion --place Raqqa --type capture,advance",
      "  sitrep discussion --erase https://example.org/2017/09/page",
      "  sitrep discussion --purge"
    })
final class DiscussionCommand implements Callable<Integer> {

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;
  @Mixin private EventOptions event;

  @Parameters(arity = "0..*", paramLabel = "DOC", description = "Ids of documents (default: all with posts).")
  private List<String> docs = List.of();

  @Option(
      names = "--authors",
      paramLabel = "N",
      defaultValue = "5",
      description = "Show only what at least N authors stand behind; never fewer than 5 (default: ${DEFAULT-VALUE}).")
  private int authors;

  @Option(names = "--again", description = "Analyse posts anew, after a change of knowledge files.")
  private boolean again;

  @Option(
      names = "--erase",
      paramLabel = "PAGE",
      description = "Delete all that readers wrote on a page (address or id), now and whenever it is read again.")
  private @Nullable String erase;

  @Option(names = "--purge", description = "Delete the words of posts read more than --keep days ago; counts stay.")
  private boolean purge;

  @Option(names = "--keep", paramLabel = "DAYS", defaultValue = "90", description = "Days (default: ${DEFAULT-VALUE}).")
  private int keep;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  DiscussionCommand() {}

  @Override
  public Integer call() {
    Console console = sitrep.console();
    if (authors < Share.FEWEST) {
      throw new UsageException("--authors " + authors + ": nothing that fewer than " + Share.FEWEST + " authors stand behind is shown");
    }
    if (keep < 0) {
      throw new UsageException("--keep " + keep + ": days cannot be fewer than none");
    }
    try (Store open = store.openExisting(console)) {
      if (erase != null || purge) {
        return delete(console, open);
      }
      return show(console, open, event.filter(sitrep.home()));
    }
  }

  private int delete(Console console, Store open) {
    Threads.Deleted deleted =
        erase != null ? open.threads().erase(erase) : open.threads().purge(before());
    if (erase != null && purge) {
      Threads.Deleted purged = open.threads().purge(before());
      deleted = new Threads.Deleted(deleted.posts() + purged.posts(), deleted.pages() + purged.pages());
    }
    console.say(
        Tables.count(deleted.posts(), "post") + " deleted on " + Tables.count(deleted.pages(), "page")
            + (erase != null && deleted.pages() == 0 ? "; should it be read, its comments will not be kept" : ""));
    return Exit.OK;
  }

  private Instant before() {
    return Instant.now().minus(keep, ChronoUnit.DAYS);
  }

  private int show(Console console, Store open, Filter filter) {
    Progress progress = new Progress(console);
    Discussing discussing = new Discussing(open, Workshop.knowledge(sitrep.home()), progress::tell);
    List<Discussing.Talk> talks = discussing.talks(docs, again);
    progress.clear();
    if (talks.isEmpty()) {
      console.say(docs.isEmpty() ? "no comments in the store" : "no such document with comments");
      return docs.isEmpty() ? Exit.OK : Exit.NO_INPUT;
    }
    Map<String, String> events = open.listEventOfClaim();
    if (!json.isSet()) {
      console.line(DiscussionJson.BANNER);
    }
    for (Discussing.Talk talk : talks) {
      List<Claim> claims = discussing.claims(talk, filter);
      String title = talk.head().doc() + talk.head().headline().map(h -> ": " + Tables.oneLine(h)).orElse("");
      print(console, title, mask(discussing.discussion(talk, claims), filter), claims, events);
      if (console.closed()) {
        return Exit.OK;
      }
    }
    if (talks.size() > 1) {
      print(console, "all " + talks.size() + " pages", mask(discussing.overAll(talks), filter), List.of(), events);
    }
    int old = open.threads().countRaw(before());
    if (old > 0) {
      console.say(Tables.count(old, "post") + " read more than " + keep + " days ago: sitrep discussion --purge deletes their words");
    }
    return Exit.OK;
  }

  private void print(
      Console console, String title, Masked masked, List<Claim> claims, Map<String, String> events) {
    if (json.isSet()) {
      console.line(DiscussionJson.of(masked, claims, events));
    } else {
      console.line("");
      DiscussionLines.of(title, masked, claims, events).forEach(console::line);
    }
  }

  private Masked mask(Discussion d, Filter filter) {
    List<Discussion.Counted> wanted =
        d.propositions().stream().filter(c -> isWanted(c.proposition(), filter)).toList();
    return Masked.of(
        new Discussion(
            d.doc(), d.threads(), d.posts(), d.authors(), d.nameless(), d.replies(), d.depth(), d.purged(),
            d.copies(), d.quotes(), d.links(), wanted, d.answers(), d.rejections()),
        authors);
  }

  private static boolean isWanted(Proposition p, Filter filter) {
    return (filter.types().isEmpty() || filter.types().contains(p.kind()))
        && (filter.places().isEmpty() || p.place().map(n -> isNamed(n, filter.places())).orElse(false))
        && (filter.actors().isEmpty()
            || java.util.stream.Stream.concat(p.actors().stream(), p.targets().stream())
                .anyMatch(n -> isNamed(n, filter.actors())));
  }

  private static boolean isNamed(Proposition.Named named, List<String> wanted) {
    return wanted.stream()
        .map(w -> w.strip().toLowerCase(Locale.ROOT))
        .anyMatch(w -> named.key().equals(w) || named.name().toLowerCase(Locale.ROOT).contains(w));
  }
}
