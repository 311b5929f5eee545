namespace PolicyQa.App.Operations;

/// <summary>A look at one part of the service; every one that is registered is part of /readyz. Quick, and never throws.</summary>
internal delegate Finding ReadinessCheck();
