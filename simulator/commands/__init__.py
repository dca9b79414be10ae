"""The commands of the command line, one module each; a module has ``run(arguments) -> exit code``."""
