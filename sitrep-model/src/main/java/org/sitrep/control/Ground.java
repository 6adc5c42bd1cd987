package org.sitrep.control;

import java.util.List;
import org.sitrep.flow.Issue;

/**
 * The ground as the places on it allow to draw it.
 *
 * @param areas who holds what lies around places
 * @param fronts where opposed sides meet
 * @param vague places known too roughly for an area
 * @param issues what could not be drawn, and why
 */
public record Ground(
    List<ControlArea> areas, List<Front> fronts, List<ControlState> vague, List<Issue> issues) {

  public Ground {
    areas = List.copyOf(areas);
    fronts = List.copyOf(fronts);
    vague = List.copyOf(vague);
    issues = List.copyOf(issues);
  }
}
