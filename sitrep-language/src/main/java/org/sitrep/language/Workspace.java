package org.sitrep.language;

/** All that one thread needs while it analyses; made per call, reused for all its sentences. */
final class Workspace {

  final Sentence sentence = new Sentence();
  final Configuration configuration;
  final ParserFeatures parserFeatures;
  final int[] features = new int[ParserFeatures.COUNT];
  final long[] probes = new long[ParserFeatures.COUNT];
  final int[] rows = new int[ParserFeatures.COUNT];
  final int[] lengths = new int[ParserFeatures.COUNT];
  final long[] lanes = new long[128];
  final int[] scores = new int[256];

  Workspace(Tags tags) {
    configuration = new Configuration(tags.names().length);
    parserFeatures = new ParserFeatures(tags);
  }
}
