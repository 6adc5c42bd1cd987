package org.sitrep.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.store.Filter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which claims or events, whatever their time; the web page's filters have the same names. */
final class SlotOptions {

  @Mixin private EventOptions event = new EventOptions();

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

  @Option(names = "--contested", description = "Only events whose sources contradict each other, and their claims.")
  private boolean contested;

  /**
   * The filter.
   *
   * @param home where the event types are looked up in
   * @throws UsageException for a type that there is not
   */
  Filter filter(Path home, @Nullable LocalDate from, @Nullable LocalDate to) {
    Filter named = event.filter(home);
    Filter filter = new Filter(
        named.types(),
        named.places(),
        named.actors(),
        sources,
        Optional.ofNullable(from),
        Optional.ofNullable(to),
        certainties,
        docs);
    return contested ? filter.onlyContested() : filter;
  }
}
