package org.sitrep.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitrep.entity.EventType;
import org.sitrep.knowledge.EventTypes;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.store.Filter;
import picocli.CommandLine.Option;

/** What happened, where, to whom; the web page's filters have the same names. */
final class EventOptions {

  @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Event types (capture).")
  private List<String> types = List.of();

  @Option(names = "--place", paramLabel = "NAME", description = "Name or id of a place.")
  private List<String> places = List.of();

  @Option(names = "--actor", paramLabel = "NAME", description = "Name or id of a party, doer or target.")
  private List<String> actors = List.of();

  /**
   * The filter of a command that asks for these slots alone.
   *
   * @param home where the event types are looked up in
   * @throws UsageException for a type that there is not
   */
  Filter filter(Path home) {
    check(home);
    return new Filter(
        types, places, actors, List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  private void check(Path home) {
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
