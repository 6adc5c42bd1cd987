package org.sitrep.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.store.Filter;
import picocli.CommandLine.Option;

/** Which claims or events; the web page's filters have the same names. */
final class FilterOptions {

  @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Event types (capture).")
  private List<String> types = List.of();

  @Option(names = "--place", paramLabel = "NAME", description = "Name or id of a place.")
  private List<String> places = List.of();

  @Option(names = "--actor", paramLabel = "NAME", description = "Name or id of a party, doer or target.")
  private List<String> actors = List.of();

  @Option(names = "--source", paramLabel = "NAME", description = "Name or id of who says so.")
  private List<String> sources = List.of();

  @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2017-09-24.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
  private @Nullable LocalDate to;

  @Option(
      names = "--certainty",
      paramLabel = "C",
      split = ",",
      description = "certain, probable, possible, denied, planned.")
  private List<Certainty> certainties = List.of();

  @Option(names = "--doc", paramLabel = "ID", description = "Id of a document.")
  private List<String> docs = List.of();

  Filter filter() {
    if (from != null && to != null && to.isBefore(from)) {
      throw new UsageException("--to " + to + " is before --from " + from);
    }
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
