package org.sitrep.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.sitrep.mention.Upos;

/** The joint tags, each a universal and a Penn tag ("VERB|VBD"), and the relations of the trees. */
record Tags(List<String> tags, List<String> relations, Upos[] upos, String[] xpos, String[] names) {

  static Tags of(List<String> tags, List<String> relations) {
    Upos[] upos = new Upos[tags.size()];
    String[] xpos = new String[tags.size()];
    for (int t = 0; t < upos.length; t++) {
      int bar = tags.get(t).indexOf('|');
      upos[t] = Upos.valueOf(tags.get(t).substring(0, bar));
      xpos[t] = tags.get(t).substring(bar + 1);
    }
    return new Tags(
        List.copyOf(tags), List.copyOf(relations), upos, xpos, relations.toArray(new String[0]));
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(String.join(" ", tags));
    out.writeUTF(String.join(" ", relations));
  }

  static Tags read(DataInput in) throws IOException {
    List<String> tags = List.of(in.readUTF().split(" "));
    return of(tags, List.of(in.readUTF().split(" ")));
  }
}
