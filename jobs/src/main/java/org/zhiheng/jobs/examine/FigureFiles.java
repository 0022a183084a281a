package org.zhiheng.jobs.examine;

import java.util.List;
import java.util.function.Consumer;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The features of marks' figures, beside the pictures they were taken from.
///
/// Durable when a call returns. Safe for many threads.
public interface FigureFiles {

  /// Keeps the features of a mark's picture; those kept before for the same picture are replaced.
  ///
  /// @param picture digest of the picture as deposited
  /// @param features as [org.zhiheng.similarity] writes them, with their version
  void keep(OrganisationId organisation, RightId right, Digest picture, NamedBytes features);

  /// All of an organisation, in the order of rights.
  void each(OrganisationId organisation, Consumer<Filed> consumer);

  /// Those of one mark.
  List<Filed> of(OrganisationId organisation, RightId right);

  /// Keeps that an organisation deposited a picture to ask about it; again changes nothing.
  void asked(OrganisationId organisation, Digest picture);

  /// Whether the organisation deposited this picture to ask about it, or has its features: nobody
  /// is shown a picture because of knowing its digest.
  boolean knows(OrganisationId organisation, Digest picture);

  /// A picture's features.
  record Filed(RightId right, Digest picture, NamedBytes features) {}
}
