use super::markdown;
