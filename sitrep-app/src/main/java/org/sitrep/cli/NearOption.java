package org.sitrep.cli;

import java.util.Comparator;
import java.util.Optional;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Places;
import org.sitrep.mention.Mention.Candidate;
import picocli.CommandLine.Option;

/** {@code --near}, the same for the commands that look up a name. */
final class NearOption {

  @Option(names = "--near", paramLabel = "PLACE", description = "A place that the one sought is near to: its name, or its id.")
  private Optional<String> near = Optional.empty();

  /** The place of that id, or the most populous of that name. */
  Optional<Place> find(Places places) {
    return near.map(given ->
        places.find(given)
            .or(() -> places.listCandidates(given).stream().map(Candidate::place)
                .filter(p -> !p.feature().isDivision())
                .max(Comparator.comparingLong(Place::population)))
            .or(() -> places.listCandidates(given).stream().map(Candidate::place).findFirst())
            .orElseThrow(() -> new UsageException("no place is called " + given)));
  }
}
