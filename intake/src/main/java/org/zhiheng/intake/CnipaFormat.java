package org.zhiheng.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.cnipa.CnipaDocuments;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.Problem;

/// Full texts of the Chinese office.
record CnipaFormat() implements XmlItems.Format {

  @Override
  public Set<String> dropped() {
    return CnipaDocuments.DROPPED;
  }

  @Override
  public Optional<Problem> refusal(Prolog prolog) {
    return CnipaDocuments.refusal(prolog);
  }

  @Override
  public List<Outcome> read(Element root, Source source) {
    return List.of(CnipaDocuments.read(root, source));
  }
}
