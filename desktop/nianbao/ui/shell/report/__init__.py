"""The pages over an open workspace, with what stands above and below them."""
