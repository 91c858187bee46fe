"""`python -m communique` is the same program as `communique`."""

from communique.cli.main import main

if __name__ == "__main__":
    main()
