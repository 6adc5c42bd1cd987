package org.sitrep.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sitrep.store.Filter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which claims or events, of which days. */
final class FilterOptions {

  @Mixin private SlotOptions slots = new SlotOptions();

  @Option(names = "--from", paramLabel = "DAY", description = "First day, as 2017-09-24.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day.")
  private @Nullable LocalDate to;

  Filter filter(Path home) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new UsageException("--to " + to + " is before --from " + from);
    }
    return slots.filter(home, from, to);
  }
}
