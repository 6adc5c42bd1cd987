package org.sitrep.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Notation;
import org.sitrep.knowledge.Frame;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Capture;

/**
 * Runs the examples and counter-examples that every frame carries, and reads the sample pages of the outlets whose layout is
 * stated. An example is "sentence => claim" in the one-line notation; a counter-example is a sentence that must not give a
 * claim of the frame's type. Thread-safe.
 */
public final class Verifier {

  /**
   * An example that does not come out as written.
   *
   * @param frame the frame that carries it; for a sample page, file and line
   * @param sentence the sentence; for a sample page, what was looked at
   * @param wanted what it should give
   * @param found what it gives
   */
  public record Finding(String frame, String sentence, String wanted, String found) {}

  private final Knowledge knowledge;
  private final Pipeline pipeline;
  private final SampleVerifier samples;

  /** A verifier of the frames of {@code knowledge}, as {@code pipeline} applies them. */
  public Verifier(Knowledge knowledge, Pipeline pipeline) {
    this.knowledge = knowledge;
    this.pipeline = pipeline;
    this.samples = new SampleVerifier(knowledge);
  }

  /** The number of examples, counter-examples and sample pages there are. */
  public int count() {
    return samples.count() + knowledge.frames().list().stream().mapToInt(f -> f.examples().size() + f.counterExamples().size()).sum();
  }

  /** Every example that does not come out as written, in the order of the packs. */
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    for (Frame frame : knowledge.frames().list()) {
      frame.examples().forEach(example -> example(frame, example).ifPresent(findings::add));
      frame.counterExamples().forEach(sentence -> counterExample(frame, sentence).ifPresent(findings::add));
    }
    findings.addAll(samples.run());
    return findings;
  }

  private Optional<Finding> example(Frame frame, String example) {
    int arrow = example.indexOf("=>");
    if (arrow < 0) {
      return Optional.of(new Finding(frame.id(), example, "sentence => claim", "no \"=>\""));
    }
    String sentence = example.substring(0, arrow).strip();
    String wanted = example.substring(arrow + 2).strip();
    Notation notation;
    try {
      notation = Notation.parse(wanted);
    } catch (IllegalArgumentException e) {
      return Optional.of(new Finding(frame.id(), sentence, wanted, String.valueOf(e.getMessage())));
    }
    List<Claim> claims = claims(sentence);
    if (claims.stream().anyMatch(c -> notation.differences(c).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new Finding(frame.id(), sentence, wanted, lines(claims)));
  }

  private Optional<Finding> counterExample(Frame frame, String sentence) {
    List<Claim> claims = claims(sentence).stream().filter(c -> c.type().id().equals(frame.type().id())).toList();
    return claims.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(frame.id(), sentence, "none", lines(claims)));
  }

  private List<Claim> claims(String sentence) {
    return pipeline
        .claims(
            new Capture("example", "example", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Capture.Format.TEXT, sentence, "example"))
        .claims();
  }

  private static String lines(List<Claim> claims) {
    return claims.isEmpty() ? "none" : String.join("; ", claims.stream().map(Notation::of).toList());
  }
}
