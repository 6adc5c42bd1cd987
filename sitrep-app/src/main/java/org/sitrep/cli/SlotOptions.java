package org.sitrep.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
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

  Filter filter(@Nullable LocalDate from, @Nullable LocalDate to) {
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
}
