package org.sitrep.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.entity.EventType;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.store.Filter;
import picocli.CommandLine.Option;

/** Which claims or events, whatever their time; the web page's filters have the same names. */
final class SlotOptions {

  @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Event types (capture).")
  private List<String> types = List.of();

  @Option(names = "--place", paramLabel = "NAME", description = "Name or id of a place.")
  private List<String> places = List.of();

  @Option(names = "--actor", paramLabel = "NAME", description = "Name or id of a party, doer or target.")
  private List<String> actors = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Name or id of who says so.")
  private List<String> sources = List.of();

  @Option(
      names = "--certainty",
      paramLabel = "C",
      split = ",",
      description = "certain, probable, possible, denied, planned.")
  private List<Certainty> certainties = List.of();

  @Option(names = "--doc", paramLabel = "ID", description = "Id of a document.")
  private List<String> docs = List.of();

  /**
   * The filter.
   *
   * @param home where the event types are looked up in
   * @throws UsageException for a type that there is not
   */
  Filter filter(Path home, @Nullable LocalDate from, @Nullable LocalDate to) {
    check(home, types);
    return new Filter(
        types,
        places,
        actors,
        sources,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        certainties,
        docs);
  }

  /** The filter of a command that asks for these slots alone. */
  static Filter filter(Path home, List<String> types, List<String> places, List<String> actors) {
    check(home, types);
    return new Filter(
        types, places, actors, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  private static void check(Path home, List<String> types) {
    if (types.isEmpty()) {
      return;
    }
    EventTypes known = Knowledge.loadEventTypes(home);
    for (String type : types) {
      if (!known.has(type.strip().toLowerCase(Locale.ROOT))) {
        String all = known.list().stream().map(EventType::id).sorted().collect(Collectors.joining(", "));
        throw new UsageException("no event type \"" + type + "\"; there are " + all);
      }
    }
  }
}
