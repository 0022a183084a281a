package org.zhiheng.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.uspto.UsptoDocuments;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.Problem;

/// Grants and applications of the United States office.
record UsptoFormat() implements XmlItems.Format {

  @Override
  public Set<String> dropped() {
    return UsptoDocuments.DROPPED;
  }

  @Override
  public Optional<Problem> refusal(Prolog prolog) {
    return UsptoDocuments.refusal(prolog);
  }

  @Override
  public List<Outcome> read(Element root, Source source) {
    return List.of(UsptoDocuments.read(root, source));
  }
}
