package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one speaker says of one place over time, or what all words together come to.
 *
 * @param speaker key of the root, or {@link #ASSESSED}
 * @param speakerName its name
 * @param stretches in order of time
 */
public record ControlLane(String speaker, String speakerName, List<Stretch> stretches) {

  /** The key of the lane that shows what follows from all words together. */
  public static final String ASSESSED = "assessed";

  /** Its name. It says nothing of how firm that is: what it shows may be assessed, or only claimed. */
  public static final String TOGETHER = "all words together";

  /**
   * From one day on, until the next stretch.
   *
   * @param from the first day; empty where it is not known
   * @param state what the speaker's word, or all words together, come to
   */
  public record Stretch(Optional<LocalDate> from, ControlState state) {}

  public ControlLane {
    stretches = List.copyOf(stretches);
  }
}
