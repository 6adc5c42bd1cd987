package org.sitrep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.watching.FeedList;
import org.sitrep.watching.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "watch",
    description = {
      "Polls feeds, reads their articles into the store, and fetches each again after 1 h, 6 h, 1 d, 3 d, 7 d and",
      "30 d: a changed page becomes a new version, and what changed is printed. Ctrl-C ends it; started again, it",
      "goes on. FEEDS has an address a line, perhaps followed by the outlet's name; # begins a comment."
    },
    footer = {
      "",
      "robots.txt, pauses between requests to a host, back-off and Retry-After are heeded. Other commands can use",
      "the store between the rounds.",
      "",
      "Examples:",
      "  sitrep watch feeds.txt --every 15m --contact desk@newsroom.example",
      "  sitrep watch feeds.txt --once                one round, for a timer; what failed gives exit code 3",
      "  sitrep watch feeds.txt --json >> edits.jsonl"
    })
final class WatchCommand implements Callable<Integer> {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,6})\\s*([smhd])");
  private static final Duration LEAST = Duration.ofMinutes(1);

  @ParentCommand private SitrepCommand sitrep;
  @Mixin private StoreOption store;
  @Mixin private JsonOption json;

  @Parameters(paramLabel = "FEEDS", description = "A file with an address of a feed a line.")
  private Path list = Path.of("");

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "15m",
      description = "How often feeds are polled: 90s, 15m, 2h, 1d (default: ${DEFAULT-VALUE}; at least 1m).")
  private String every = "15m";

  @Option(names = "--once", description = "One round, then end.")
  private boolean once;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      defaultValue = "5s",
      description = "Least time between two requests to one host (default: ${DEFAULT-VALUE}); robots.txt may ask for more.")
  private String delay = "5s";

  @Option(
      names = "--per-host",
      paramLabel = "N",
      defaultValue = "30",
      description = "Most articles fetched from one host in one round (default: ${DEFAULT-VALUE}).")
  private int perHost;

  @Option(
      names = "--contact",
      paramLabel = "TEXT",
      description = "Whom sites can write to; sent with every request, after sitrep's name and version.")
  private @Nullable String contact;

  @Option(
      names = "--allow-private",
      description = "Fetch from this machine and private networks, too, which is refused otherwise.")
  private boolean allowPrivate;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  WatchCommand() {}

  @Override
  public Integer call() throws IOException {
    Console console = sitrep.console();
    if (!Files.isRegularFile(list)) {
      console.warn(list + ": no such file");
      return Exit.NO_INPUT;
    }
    List<String> lines = new String(Files.readAllBytes(list), StandardCharsets.UTF_8).lines().toList();
    FeedList feeds = FeedList.parse(list.toString(), lines);
    feeds.issues().forEach(issue -> console.warn(issue.toString()));
    if (feeds.feeds().isEmpty()) {
      console.warn(list + ": no feed in it");
      return Exit.NO_INPUT;
    }
    Watching watching = new Watching(console, sitrep.home(), store.file(), settings(), json.isSet());
    int rejects = feeds.issues().size() + (once ? watching.once(feeds.feeds()) : watching.untilInterrupted(feeds.feeds()));
    return rejects > 0 ? Exit.REJECTS : Exit.OK;
  }

  private Settings settings() {
    Duration interval = duration("--every", every);
    if (interval.compareTo(LEAST) < 0) {
      throw new UsageException("--every " + every + ": at least 1m, out of courtesy");
    }
    if (perHost < 1) {
      throw new UsageException("--per-host " + perHost + ": at least 1");
    }
    Settings usual = Settings.of(agent(), interval);
    return new Settings(
        usual.agent(), interval, duration("--delay", delay), perHost, usual.timeout(), usual.limit(), allowPrivate);
  }

  /** "sitrep/0.1.0 (desk@newsroom.example)". */
  private String agent() {
    String name = SitrepCommand.nameAndVersion().replaceFirst(" \\(.*", "").replace(' ', '/');
    if (contact == null) {
      return name;
    }
    if (!contact.matches("[\\x20-\\x7E&&[^()]]{1,100}")) {
      throw new UsageException("--contact: up to 100 ASCII characters without brackets");
    }
    return name + " (" + contact + ")";
  }

  static Duration duration(String option, String given) {
    Matcher m = SPAN.matcher(given.strip());
    if (!m.matches()) {
      throw new UsageException(option + " " + given + ": write it as 90s, 15m, 2h or 1d");
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }
}
