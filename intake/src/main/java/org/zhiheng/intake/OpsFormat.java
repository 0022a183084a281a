package org.zhiheng.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.intake.epo.OpsReplies;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.xml.Element;
import org.zhiheng.intake.xml.Prolog;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.Problem;

/// Replies of the European office's Open Patent Services.
record OpsFormat() implements XmlItems.Format {

  @Override
  public Set<String> dropped() {
    return OpsReplies.DROPPED;
  }

  @Override
  public Optional<Problem> refusal(Prolog prolog) {
    return OpsReplies.refusal(prolog);
  }

  @Override
  public List<Outcome> read(Element root, Source source) {
    return OpsReplies.read(root, source);
  }
}
