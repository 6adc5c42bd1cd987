package org.sitrep.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * All that has been learnt, as it is stored.
 *
 * @param tags tags and relations
 * @param lexicon what is known of single words
 * @param tagger the tagger's weights
 * @param parser the parser's weights
 * @param lemmas exceptions to the rules of inflection
 */
record Model(
    Tags tags, Lexicon lexicon, QuantizedRows tagger, QuantizedRows parser, LemmaTable lemmas) {

  private static final int MAGIC = 0x53454E31;

  void write(OutputStream file) throws IOException {
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(file, best, 1 << 16))) {
      out.writeInt(MAGIC);
      tags.write(out);
      lexicon.write(out);
      tagger.write(out);
      parser.write(out);
      lemmas.write(out);
    } finally {
      best.end();
    }
  }

  static Model read(InputStream file) throws IOException {
    InputStream unpacked = new BufferedInputStream(new InflaterInputStream(file), 1 << 16);
    try (DataInputStream in = new DataInputStream(unpacked)) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a model of this version");
      }
      return new Model(
          Tags.read(in),
          Lexicon.read(in),
          QuantizedRows.read(in),
          QuantizedRows.read(in),
          LemmaTable.read(in));
    }
  }
}
