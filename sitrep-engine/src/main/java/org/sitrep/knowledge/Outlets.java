package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.sitrep.knowledge.Outlet.Part;
import org.sitrep.knowledge.Outlet.Sample;
import org.sitrep.knowledge.Outlet.Selector;

/** The outlets whose layout the packs state: their files {@code sources/*.yml}. Immutable and thread-safe. */
public final class Outlets {

  private static final Set<String> FIELDS = Set.of("hosts", "article", "headline", "author", "published", "comments", "remove", "sample");
  private static final Set<String> CHECKS = Set.of("page", "first", "last", "headline", "author", "published", "comments");

  private final List<Outlet> outlets = new ArrayList<>();
  private final Map<String, Outlet> byHost = new HashMap<>();

  private Outlets(List<Path> packs) {
    for (Path pack : packs) {
      for (Path file : Yaml.list(pack.resolve("sources"), ".yml")) {
        Outlet outlet = read(YamlEntry.read(file));
        outlets.add(outlet);
        outlet.hosts().forEach(host -> byHost.put(host, outlet));
      }
    }
  }

  static Outlets load(List<Path> packs) {
    return new Outlets(packs);
  }

  /** All outlets, in the order of the packs. */
  public List<Outlet> list() {
    return List.copyOf(outlets);
  }

  /** The outlet that publishes at a host, by the longest listed end of it. */
  public Optional<Outlet> ofHost(String host) {
    String rest = host.toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      Outlet outlet = byHost.get(rest);
      if (outlet != null) {
        return Optional.of(outlet);
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return Optional.empty();
  }

  private static Outlet read(YamlEntry root) {
    Map<String, YamlEntry> entries = known(root, FIELDS);
    List<String> hosts = root.get("hosts").words().stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
    if (hosts.isEmpty()) {
      throw root.get("hosts").error("names no host; write [example.org]");
    }
    Map<Part, Selector> selectors = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      YamlEntry entry = entries.get(part.name().toLowerCase(Locale.ROOT));
      if (entry != null) {
        selectors.put(part, selector(entry));
      }
    }
    YamlEntry remove = entries.get("remove");
    List<Selector> removed = remove == null ? List.of() : remove.items().stream().map(Outlets::selector).toList();
    return new Outlet(root.file(), hosts, selectors, removed, sample(root.get("sample")));
  }

  private static Map<String, YamlEntry> known(YamlEntry entry, Set<String> names) {
    Map<String, YamlEntry> entries = entry.entries();
    entries.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            throw value.error("is not known here; write one of " + names.stream().sorted().toList());
          }
        });
    return entries;
  }

  private static Selector selector(YamlEntry entry) {
    String css = entry.word();
    try {
      QueryParser.parse(css);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw entry.error("is no CSS selector: " + e.getMessage());
    }
    return new Selector(css, entry.line());
  }

  private static Sample sample(YamlEntry entry) {
    Map<String, YamlEntry> checks = known(entry, CHECKS);
    Path directory = entry.file().toAbsolutePath().getParent();
    YamlEntry name = entry.get("page");
    Path page = directory == null ? Path.of(name.word()) : directory.resolve(name.word());
    if (!Files.isRegularFile(page)) {
      throw name.error("names no file beside this one: " + name.word());
    }
    YamlEntry comments = checks.get("comments");
    return new Sample(
        page,
        name.line(),
        text(checks, "first"),
        text(checks, "last"),
        text(checks, "headline"),
        text(checks, "author"),
        Optional.ofNullable(checks.get("published")).map(Outlets::day),
        comments == null ? OptionalInt.empty() : OptionalInt.of((int) comments.number()));
  }

  private static Optional<String> text(Map<String, YamlEntry> checks, String name) {
    return Optional.ofNullable(checks.get(name)).map(YamlEntry::word);
  }

  private static LocalDate day(YamlEntry entry) {
    try {
      return LocalDate.parse(entry.word());
    } catch (DateTimeException e) {
      throw entry.error("is no day: " + entry.word() + "; write 2019-03-21");
    }
  }
}
